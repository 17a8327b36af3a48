/** The box that answers whatever is pasted into it. Nothing leaves the browser, nothing is stored. */
import resolverIndex from 'virtual:resolver-index';
import { createDecoder, type Decoded } from '../domain/text/decode.ts';
import { inlineTokens } from '../domain/codes/inline-text.ts';
import { codeNamesOf } from '../domain/text/kept-spans.ts';
import { resolve } from '../domain/text/resolve.ts';
import { answerView, type AnswerView } from '../site/answer-view.ts';
import {
  findingView,
  neighbourView,
  type ExcerptView,
  type FindingView,
  type NeighbourView,
} from '../site/finding-view.ts';
import { guidePath, href } from '../site/urls.ts';
import { element, find } from './dom.ts';
import { mountRedactionPreview } from './redaction-preview.ts';

/** One slice is read without a pause; its length in UTF-16 units keeps the page answering. */
const SLICE = 256 * 1024;
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

/** Where a path of the site is found from the page that holds the box. */
type Link = (path: string) => string;

/** @param link the site's own address of a path, if nothing else is given */
export function mountDecodeBox(root: HTMLElement, link: Link = href): void {
  const input = find(root, 'textarea', HTMLTextAreaElement);
  const status = find(root, '[role=status]', HTMLElement);
  const section = find(root, 'section.findings', HTMLElement);
  const list = find(section, 'ol', HTMLElement);
  const note = find(root, '.held', HTMLElement);
  const progress = find(root, 'progress', HTMLProgressElement);
  const file = find(root, 'input[type=file]', HTMLInputElement);
  const button = (action: string) => find(root, `[data-action=${action}]`, HTMLButtonElement);
  const [copy, clear, stop] = [button('redact'), button('clear'), button('stop')];
  const redaction = mountRedactionPreview(root, codeNamesOf(resolverIndex), copy);

  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts texts, so that the reading of an earlier one ends when another comes. */
  let turn = 0;
  let stopped = false;
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
    note.textContent = isHeld
      ? `${name}, ${charactersText(text.length)}, is held here and not shown.`
      : '';
    start();
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
    const empty = text.trim() === '';
    copy.disabled = clear.disabled = empty;
    if (empty) return show([], '');
    if (text.length > MOST) {
      copy.disabled = true;
      const size = megabytes(text.length);
      return show(
        [],
        `This text has ${size} million characters; at most ${megabytes(MOST)} million are read here. Cut it to the time around the failure.`,
      );
    }
    const answer = text.includes('\n') ? null : shortAnswer(text);
    if (answer !== null) return show([answerNode(answer, link)], answerStatus(answer));
    const decoded = await decodeSlices(text, () => mine !== turn || stopped);
    if (mine === turn) showDecoded(decoded, text);
  }

  async function decodeSlices(text: string, ended: () => boolean): Promise<Decoded> {
    const decoder = createDecoder(resolverIndex);
    const long = text.length > AT_ONCE;
    progress.hidden = stop.hidden = !long;
    for (let from = 0; from < text.length && !ended(); from += SLICE) {
      decoder.push(text.slice(from, from + SLICE));
      if (!long) continue;
      progress.value = from / text.length;
      await new Promise((resume) => setTimeout(resume));
    }
    progress.hidden = stop.hidden = true;
    return ended() ? decoder.stop() : decoder.finish();
  }

  function showDecoded(decoded: Decoded, text: string): void {
    const { groups, neighbours, lines } = decoded;
    const found = groups.length + neighbours.length;
    if (found === 0) {
      show([], '');
      status.replaceChildren(...nothingFound(text, link));
      return;
    }
    const counts = [
      ...(groups.length > 0 ? [counted(groups.length, 'code')] : []),
      ...(neighbours.length > 0
        ? [counted(neighbours.length, 'number of another system', 'numbers of other systems')]
        : []),
    ].join(' and ');
    const cut = found > MOST_SHOWN ? ` The first ${MOST_SHOWN} are shown.` : '';
    const partly = stopped ? ' Stopped before the end.' : '';
    // Cut first: a hostile log holds a hundred thousand findings, and nodes for all would stop the page.
    const shownGroups = groups.slice(0, MOST_SHOWN);
    const shownNeighbours = neighbours.slice(0, MOST_SHOWN - shownGroups.length);
    show(
      [
        ...shownGroups.map((group) => findingNode(findingView(resolverIndex, group), link)),
        ...shownNeighbours.map((neighbour) => neighbourNode(neighbourView(neighbour))),
      ],
      `Found ${counts} in ${counted(lines, 'line')}.${cut}${partly}`,
    );
  }

  const start = () => {
    read().catch(() => show([], 'This text could not be read.'));
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
    takeHeavy(event, event.clipboardData, 'The pasted text'),
  );
  input.addEventListener('drop', (event) =>
    takeHeavy(event, event.dataTransfer, 'The dropped text'),
  );
  stop.addEventListener('click', () => {
    stopped = true;
  });
  clear.addEventListener('click', () => {
    take('', '');
    input.focus();
  });
  copy.addEventListener('click', () => redaction.open(current()));
  const takeFile = () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    if (chosen.size > MOST) {
      show(
        [],
        `${chosen.name} has ${megabytes(chosen.size)} MB; at most ${megabytes(MOST)} MB are read here.`,
      );
      return;
    }
    chosen.text().then(
      (text) => take(text, chosen.name),
      () => show([], `${chosen.name} could not be read.`),
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

/** Whether the text area would keep the browser busy for seconds with this text. */
function isHeavy(text: string): boolean {
  if (text.length > AT_ONCE) return true;
  const lines = text.split(/[\n\r]/);
  return lines.length > MOST_LINES || lines.some(({ length }) => length > LONGEST_LINE);
}

/** A name or a number by itself is at most so long; a longer line is read for all that it holds. */
const MOST_SHORT = 80;

/** The answer to a single number or name; null where the text is something else. */
function shortAnswer(text: string): AnswerView | null {
  if (text.length > MOST_SHORT) return null;
  const answer = resolve(resolverIndex, text);
  const fromLog = answer.kind === 'meanings' && answer.via === 'log';
  return answer.kind === 'nothing' || fromLog ? null : answerView(resolverIndex, answer);
}

function answerStatus({ exact, notes }: AnswerView): string {
  return exact.length > 0 ? `${counted(exact.length, 'exact answer')}.` : (notes[0] ?? '');
}

const answerNode = (view: AnswerView, link: Link): HTMLElement =>
  element('li', {}, ...answerParts(view, link));

function answerParts({ exact, notes, beside }: AnswerView, link: Link): HTMLElement[] {
  const line = ({ path, origin, label, detail }: AnswerView['exact'][number], name: string) =>
    element(
      'p',
      { class: name },
      `${origin}: `,
      element('a', { href: link(path) }, label),
      `. ${detail}`,
    );
  return [
    ...exact.map((option) => line(option, 'title')),
    ...notes.map((note, index) => element('p', { class: index === 0 ? 'title' : 'note' }, note)),
    ...beside.map((option) => line(option, 'beside')),
  ];
}

function findingNode(view: FindingView, link: Link): HTMLElement {
  return element(
    'li',
    {},
    ...answerParts(view.answer, link),
    ...placeParts(view),
    element('p', { class: 'reason' }, 'Why: ', ...inlineNodes(view.reason)),
    ...(view.details.length === 0
      ? []
      : [
          element(
            'dl',
            {},
            ...view.details.flatMap(({ label, value }) => [
              element('dt', {}, label),
              element('dd', {}, value),
            ]),
          ),
        ]),
  );
}

const neighbourNode = (view: NeighbourView): HTMLElement =>
  element(
    'li',
    { class: 'neighbour' },
    element('p', { class: 'title' }, view.heading),
    ...placeParts(view),
    ...view.known.map((text) => element('p', {}, ...inlineNodes(text))),
  );

const placeParts = ({ where, excerpt }: { where: string; excerpt: ExcerptView }): HTMLElement[] => [
  element('p', { class: 'where' }, where),
  element('pre', {}, excerpt.before, element('mark', {}, excerpt.found), excerpt.after),
];

const inlineNodes = (text: string): (Node | string)[] =>
  inlineTokens(text).map(({ kind, value }) =>
    kind === 'code' ? element('code', {}, value) : value,
  );

function nothingFound(text: string, link: Link): (Node | string)[] {
  const digits = /\d/.test(text);
  return [
    digits
      ? 'No result code stands here in a form that is known. Numbers alone in a log are often lines, ports or times, so they are not guessed at. Look for '
      : 'No result code stands here. Look for ',
    element('code', {}, 'result-status'),
    ', ',
    element('code', {}, 'RPCException'),
    ' or ',
    element('code', {}, 'SG ERROR'),
    ' near the failure, or begin with ',
    element('a', { href: link(guidePath('a-call-fails')) }, 'what the app saw'),
    '.',
  ];
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const charactersText = (characters: number): string =>
  characters > AT_ONCE
    ? `${megabytes(characters)} million characters`
    : counted(characters, 'character');

const megabytes = (characters: number): string =>
  (characters / (1024 * 1024)).toLocaleString('en', { maximumFractionDigits: 1 });
