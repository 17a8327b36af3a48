/**
 * The redacted copy before it is copied: what is masked, by kind, and how it will read. Made in
 * slices on the page's own thread, because a file opened from disk can start no worker.
 */
import {
  createRedactor,
  type MaskCount,
  type MaskKind,
  type RedactionOptions,
} from '../domain/text/redact.ts';
import type { CodeNames } from '../domain/text/kept-spans.ts';
import type { RedactWords } from '../words/en/redact.ts';
import { copyText } from './clipboard.ts';
import { element, find } from './dom.ts';
import { handOver, nextTask } from './turns.ts';

/** More than a screen, and not so much that laying it out keeps the browser busy. */
const MOST_SHOWN = 8 * 1024;

/** Controls of the preview, for the box that it belongs to. */
export type RedactionPreview = {
  /** Redacts a text and shows what came of it. */
  readonly open: (text: string) => void;
  /** Forgets the copy, when its text changes. */
  readonly close: () => void;
};

/**
 * Mounts the preview on its markup.
 * @param isCodeName names of codes, which stay in the copy
 * @param opener gets the focus back
 */
export function mountRedactionPreview(
  box: HTMLElement,
  words: RedactWords,
  isCodeName: CodeNames,
  opener: HTMLElement,
): RedactionPreview {
  const root = find(box, 'section.redaction', HTMLElement);
  const heading = find(root, '#redaction', HTMLElement);
  const said = find(root, '.said', HTMLElement);
  const running = find(root, '.running', HTMLElement);
  const progress = find(running, 'progress', HTMLProgressElement);
  const result = find(root, '.result', HTMLElement);
  const counts = find(result, '.counts', HTMLElement);
  const keepTrace = find(result, 'input[type=checkbox]', HTMLInputElement);
  const shown = find(result, 'pre', HTMLElement);
  const cut = find(result, '.cut', HTMLElement);
  const button = (action: string) => find(root, `[data-redaction=${action}]`, HTMLButtonElement);

  /** Counts texts, so that the work on an earlier one ends when another comes. */
  let turn = 0;
  let text = '';
  let copy = '';

  async function run(): Promise<void> {
    turn += 1;
    const mine = turn;
    copy = '';
    said.textContent = words.working;
    running.hidden = false;
    result.hidden = true;
    progress.value = 0;
    const redacted = await redactInTurns(
      text,
      {
        labels: words.masks,
        isCodeName,
        keep: new Set<MaskKind>(keepTrace.checked ? ['trace-id'] : []),
      },
      (part) => {
        progress.value = part;
        return mine === turn;
      },
    );
    if (!redacted || mine !== turn) return;
    ({ copy } = redacted);
    show(redacted.counts);
  }

  function show(masked: readonly MaskCount[]): void {
    const places = masked.reduce((sum, count) => sum + count.places, 0);
    running.hidden = true;
    result.hidden = false;
    said.textContent = places === 0 ? words.nothing : words.masked(places);
    counts.hidden = places === 0;
    counts.replaceChildren(
      ...masked.map((count) =>
        element(
          'li',
          {},
          `${words.kinds[count.kind]}${words.punctuation.colon}${words.count(count.values, count.places)}`,
        ),
      ),
    );
    shown.textContent = beginningOf(copy);
    cut.hidden = copy.length <= MOST_SHOWN;
    cut.textContent = cut.hidden ? '' : words.previewCut(MOST_SHOWN);
  }

  function end(): void {
    turn += 1;
    text = copy = '';
    running.hidden = result.hidden = true;
    shown.textContent = '';
  }

  const start = () => {
    run().catch(() => {
      running.hidden = true;
      said.textContent = words.failed;
    });
  };
  button('stop').addEventListener('click', () => {
    end();
    said.textContent = words.stopped;
    button('close').focus();
  });
  button('close').addEventListener('click', () => {
    close();
    opener.focus();
  });
  keepTrace.addEventListener('change', start);
  button('copy').addEventListener('click', () => {
    void copyText(copy).then((copied) => {
      said.textContent = copied ? words.copied : words.notCopied;
    });
  });
  button('save').addEventListener('click', () => {
    const address = URL.createObjectURL(new Blob([copy], { type: 'text/plain' }));
    element('a', { href: address, download: words.fileName }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    said.textContent = words.saved;
  });

  function close(): void {
    end();
    root.hidden = true;
    said.textContent = '';
  }

  return {
    open(next) {
      text = next;
      root.hidden = false;
      heading.focus();
      start();
    },
    close,
  };
}

/**
 * @param goesOn is told which part is done, and answers whether to go on
 * @returns null when it did not go on
 */
async function redactInTurns(
  text: string,
  options: RedactionOptions,
  goesOn: (part: number) => boolean,
): Promise<{ copy: string; counts: MaskCount[] } | null> {
  const redactor = createRedactor(options);
  const parts: string[] = [];
  const isDone = await handOver(text, (slice) => parts.push(redactor.push(slice)), goesOn);
  if (!isDone) return null;
  await nextTask();
  parts.push(redactor.finish());
  return { copy: parts.join(''), counts: redactor.counts() };
}

/** Half a character at the cut would show as none. */
function beginningOf(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN).toWellFormed()}…`;
}
