/** The box that answers whatever is pasted into it. Nothing leaves the browser, nothing is stored. */
import { createDecoder, type Decoded } from '../domain/text/decode.ts';
import { fileText, type FileText } from '../domain/text/file-text.ts';
import { codeNamesOf } from '../domain/text/kept-spans.ts';
import { isErrorLine, resolve } from '../domain/text/resolve.ts';
import { answerView, type AnswerView } from '../site/answer-view.ts';
import { decodedView } from '../site/finding-view.ts';
import { decodeNodes, type Link } from './decode-nodes.ts';
import { element, find } from './dom.ts';
import { pageHref } from './page-language.ts';
import { mountRedactionPreview } from './redaction-preview.ts';
import { handOver, nextTask } from './turns.ts';
import type { DecodeLanguage } from './words.ts';

/**
 * Up to here a text is read at once and stands in the text area. A longer one is read with progress
 * and held beside it: laying it out would keep the browser busy for many seconds.
 */
const AT_ONCE = 1024 * 1024;
/**
 * A text with a longer line, or with more lines, is held as well: laying out a line of Arabic, of
 * combining marks or of controls of direction takes the square of its length.
 */
const LONGEST_LINE = 16 * 1024;
const MOST_LINES = 50_000;
/** A longer text is refused. */
const MOST = 20 * 1024 * 1024;
/** Typing is answered after so many milliseconds without another key. */
const PAUSE = 80;
/** More findings than a person reads; the rest is only counted. */
const MOST_SHOWN = 100;

/**
 * @param language what the box says and knows
 * @param link the site's own address of a path, if nothing else is given
 */
export function mountDecodeBox(
  root: HTMLElement,
  language: DecodeLanguage,
  link: Link = pageHref,
): void {
  const { index, words } = language;
  const { answerNode, entryNode, nothingFound } = decodeNodes(words, link);
  const charactersText = (characters: number): string =>
    characters > AT_ONCE
      ? words.counted.millionCharacters(characters)
      : words.counted.characters(characters);
  const input = find(root, 'textarea', HTMLTextAreaElement);
  const status = find(root, '[role=status]', HTMLElement);
  const section = find(root, 'section.findings', HTMLElement);
  const list = find(section, 'ol', HTMLElement);
  const note = find(root, '.held', HTMLElement);
  const progress = find(root, 'progress', HTMLProgressElement);
  const file = find(root, 'input[type=file]', HTMLInputElement);
  const button = (action: string) => find(root, `[data-action=${action}]`, HTMLButtonElement);
  const [copy, clear, stop] = [button('redact'), button('clear'), button('stop')];
  const redaction = mountRedactionPreview(root, language.redactWords, codeNamesOf(index), copy);

  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts texts, so that the reading of an earlier one ends when another comes. */
  let turn = 0;
  let stopped = false;
  /** Counts files, so that the last one is shown however long an earlier one takes. */
  let opened = 0;
  /** A long text, or a file, that is held instead of shown. */
  let held: { readonly name: string; readonly text: string } | null = null;

  const current = () => held?.text ?? input.value;

  /** Takes a text of any length, from a file or the clipboard. */
  function take(text: string, name: string): void {
    const isHeld = isHeavy(text);
    held = isHeld ? { name, text } : null;
    input.value = isHeld ? '' : text;
    input.hidden = isHeld;
    note.hidden = !isHeld;
    note.textContent = isHeld ? words.held(name, charactersText(text.length)) : '';
    start();
  }

  function takeFileText(read: FileText, name: string): void {
    if (read.kind === 'text') return take(read.text, name);
    take('', '');
    status.replaceChildren(
      read.kind === 'compressed' ? words.compressed(name, read.format) : words.notText(name),
    );
  }

  function show(nodes: readonly Node[], said: string): void {
    list.replaceChildren(...nodes);
    section.hidden = nodes.length === 0;
    status.replaceChildren(said);
  }

  async function read(): Promise<void> {
    const text = current();
    turn += 1;
    const mine = turn;
    stopped = false;
    redaction.close();
    progress.hidden = stop.hidden = true;
    const empty = text.trim() === '';
    copy.disabled = clear.disabled = empty;
    if (empty) return show([], '');
    if (text.length > MOST) {
      copy.disabled = true;
      return show([], words.tooLong(text.length, MOST));
    }
    const decoded = await decodeSlices(text, () => mine !== turn || stopped);
    // Of a newer text the progress is still shown.
    if (mine !== turn) return;
    progress.hidden = stop.hidden = true;
    const answer = isSure(decoded) ? null : shortAnswer(language, questionIn(decoded, text));
    if (answer === null) showDecoded(decoded, text);
    else show([answerNode(answer)], answerStatus(language, answer));
  }

  async function decodeSlices(text: string, ended: () => boolean): Promise<Decoded> {
    const decoder = createDecoder(index);
    progress.value = 0;
    progress.hidden = stop.hidden = text.length <= AT_ONCE;
    await handOver(
      text,
      (slice) => decoder.push(slice),
      (part) => {
        progress.value = part;
        return !ended();
      },
    );
    return ended() ? decoder.stop() : decoder.finish();
  }

  function showDecoded(decoded: Decoded, text: string): void {
    const { story, entries, count, found } = decodedView(language, decoded, MOST_SHOWN);
    if (count === 0) {
      show([], '');
      status.replaceChildren(...nothingFound(text));
      return;
    }
    const cut = count > MOST_SHOWN ? words.firstShown(MOST_SHOWN) : '';
    const partly = stopped ? words.stopped : '';
    const nodes = entries.map((entry) => entryNode(entry));
    show(nodes, `${found}${cut}${partly}`.trim());
    for (const sentence of story) status.append(element('p', { class: 'story' }, sentence));
  }

  const start = () => {
    clearTimeout(timer);
    timer = undefined;
    read().catch(() => show([], words.box.unreadable));
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(start, PAUSE);
  });
  const takeHeavy = (event: Event, data: DataTransfer | null, name: string) => {
    const text = input.value + (data?.getData('text/plain') ?? '');
    if (!isHeavy(text)) return;
    event.preventDefault();
    take(text, name);
  };
  input.addEventListener('paste', (event) =>
    takeHeavy(event, event.clipboardData, words.box.pasted),
  );
  input.addEventListener('drop', (event) =>
    takeHeavy(event, event.dataTransfer, words.box.dropped),
  );
  stop.addEventListener('click', () => {
    stopped = true;
  });
  clear.addEventListener('click', () => {
    take('', '');
    input.focus();
  });
  copy.addEventListener('click', () => {
    // A reading that still waits would close the preview again.
    if (timer !== undefined) start();
    redaction.open(current());
  });
  const takeFile = () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    if (chosen.size > MOST * 2) {
      show([], words.fileTooLarge(chosen.name, chosen.size, MOST));
      return;
    }
    opened += 1;
    const mine = opened;
    readInTurns(chosen).then(
      (read) => mine === opened && takeFileText(read, chosen.name),
      () => show([], words.fileUnreadable(chosen.name)),
    );
    file.value = '';
  };
  file.addEventListener('change', takeFile);
  // The browser brings the text back when the reader comes back from a code page, before this script or after it.
  addEventListener('pageshow', start);
  start();
  // A reader may have been quicker than this script with a file, too.
  takeFile();
}

async function readInTurns(file: File): Promise<FileText> {
  const reading = fileText(new Uint8Array(await file.arrayBuffer()));
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
    await nextTask();
  }
}

/** Whether the text area would keep the browser busy for seconds with this text. */
function isHeavy(text: string): boolean {
  if (text.length > AT_ONCE) return true;
  const lines = text.split(/[\n\r]/);
  return lines.length > MOST_LINES || lines.some(({ length }) => length > LONGEST_LINE);
}

/** A name or a number by itself is at most so long; a longer line is read for all that it holds. */
const MOST_SHORT = 80;

/**
 * Signs of an object or a program: what such a text means, the forms of the table say. A number that
 * ends the one assignment there is, is asked for.
 */
const IS_RECORD = /[{}"]|=(?! ?\d{1,9}$)/;

/** What a text asks: of a reply that failed without a result code, what its first line says. */
function questionIn({ findings, emptyReply }: Decoded, text: string): string {
  const [line = ''] = text.trimStart().split(/[\r\n]/, 1);
  return findings.length === 0 && emptyReply === null && isErrorLine(line) ? line : text;
}

/** The answer to a single number or name; null where the text is something else. */
function shortAnswer({ index, searchWords }: DecodeLanguage, text: string): AnswerView | null {
  if (text.length > MOST_SHORT || text.includes('\n') || IS_RECORD.test(text)) return null;
  const answer = resolve(index, text);
  const fromLog = answer.kind === 'meanings' && answer.via === 'log';
  return answer.kind === 'nothing' || fromLog ? null : answerView(index, answer, searchWords);
}

/** Whether the decoder's answer stands, whatever the resolver makes of the text. */
const isSure = ({ findings, neighbours, ruledOut }: Decoded): boolean =>
  neighbours.length + ruledOut > 0 || findings.some(({ shape }) => !ASKED_SHAPES.has(shape.id));

/** Numbers and names by themselves are questions: the resolver says more of them. */
const ASKED_SHAPES: ReadonlySet<string> = new Set([
  'words',
  'only-number',
  'symbol',
  'sdk-constant',
]);

function answerStatus({ searchWords }: DecodeLanguage, { exact, notes }: AnswerView): string {
  if (exact.length === 0) return notes[0] ?? '';
  const ofSdk = exact.filter(({ standing }) => standing === 'undocumented').length;
  const ofTables = exact.length - ofSdk;
  return [
    ...(ofTables > 0 ? [searchWords.exactCount(ofTables)] : []),
    ...(ofSdk > 0 ? [searchWords.sdkOnlyCount(ofSdk)] : []),
  ].join(searchWords.punctuation.gap);
}
