/** What a journey does with a browser: the few actions that every engine's driver offers. */
import assert from 'node:assert/strict';

/** `ControlOrMeta` is the key that pastes on this system. */
export type Keys = '/' | 'Enter' | 'Escape' | 'ArrowDown' | 'ControlOrMeta+V';

/** Selectors are CSS. Of several elements actions take the first that is visible. */
export type Reader = {
  /**
   * Loads an address and waits until it is loaded, also one that differs from the last in its fragment only.
   * @param address below the base of the site, or a whole URL
   * @param screen a phone has 360×640 CSS pixels
   */
  open(address: string, screen?: 'desktop' | 'phone'): Promise<void>;
  url(): Promise<string>;
  back(): Promise<void>;
  reload(): Promise<void>;
  click(selector: string): Promise<void>;
  /** Types with the keyboard into whatever has the focus. */
  type(text: string): Promise<void>;
  press(keys: Keys): Promise<void>;
  /** Chooses a value of a `<select>`. */
  choose(selector: string, value: string): Promise<void>;
  /** Gives a file of this machine to a file input. */
  giveFile(selector: string, path: string): Promise<void>;
  /** Runs a function in the page. It is sent as text: nothing around it can be used. */
  run<Argument, Result>(
    read: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  /** What went wrong since the last call: errors, refusals of a policy, requests to other hosts. */
  complaints(): Promise<readonly string[]>;
};

/** Whether a browser at one address would load nothing for another, because only the fragment differs. */
export function isSameDocument(from: string, to: string): boolean {
  const plain = (url: string) => url.replace(/#.*/s, '');
  return plain(from) === plain(to);
}

/** An element as a reader meets it. */
export type Seen = {
  readonly id: string;
  readonly text: string;
  readonly value: string;
  readonly href: string;
  readonly visible: boolean;
  readonly focused: boolean;
  /** Pixels below the upper edge of the screen. */
  readonly top: number;
  readonly bottom: number;
  readonly inView: boolean;
  readonly disabled: boolean;
};

/** Every element of a selector, in order. */
export function look(reader: Reader, selector: string): Promise<readonly Seen[]> {
  return reader.run(
    (css) =>
      [...document.querySelectorAll<HTMLElement>(css)].map((node) => {
        const { top, bottom, width, height } = node.getBoundingClientRect();
        const visible =
          width > 0 && height > 0 && node.checkVisibility({ visibilityProperty: true });
        return {
          id: node.id,
          text: node.innerText.replace(/\s+/g, ' ').trim(),
          value:
            node instanceof HTMLInputElement ||
            node instanceof HTMLTextAreaElement ||
            node instanceof HTMLSelectElement
              ? node.value
              : '',
          href: node instanceof HTMLAnchorElement ? node.href : '',
          visible,
          focused: document.activeElement === node,
          top,
          bottom,
          inView: visible && bottom > 0 && top < innerHeight,
          disabled: node.matches(':disabled'),
        };
      }),
    selector,
  );
}

/** So long an action or an expectation may take. */
export const LONGEST_WAIT_MS = 15_000;
const PAUSE_MS = 30;

/**
 * Reads until what is read is as expected.
 * @param what is said when it never is
 * @throws AssertionError with what was read last
 */
export async function until<Value>(
  what: string,
  read: () => Promise<Value>,
  expected: (value: Value) => boolean,
  longest = LONGEST_WAIT_MS,
): Promise<Value> {
  const deadline = Date.now() + longest;
  let last = 'nothing';
  do {
    try {
      const value = await read();
      if (expected(value)) return value;
      last = JSON.stringify(value) ?? 'nothing';
    } catch (error) {
      // Between two pages there is nothing to read.
      last = String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  } while (Date.now() < deadline);
  assert.fail(`${what}. Read last: ${last.slice(0, 2000)}`);
}

/** Waits until the visible elements of a selector are as expected, and answers them. */
export function see(
  reader: Reader,
  selector: string,
  what: string,
  expected: (visible: readonly Seen[]) => boolean,
): Promise<readonly Seen[]> {
  return until(
    `${selector}: ${what}`,
    async () => (await look(reader, selector)).filter(({ visible }) => visible),
    expected,
  );
}

/** Waits until a visible element of a selector says every one of some texts. */
export async function seeText(
  reader: Reader,
  selector: string,
  ...texts: readonly (string | RegExp)[]
): Promise<void> {
  const says = (text: string) =>
    texts.every((part) => (typeof part === 'string' ? text.includes(part) : part.test(text)));
  await see(reader, selector, `says ${texts.join(', ')}`, (all) =>
    all.some(({ text }) => says(text)),
  );
}

/** Waits until nothing of a selector can be seen. */
export async function seeNothing(reader: Reader, selector: string): Promise<void> {
  await see(reader, selector, 'is not there', (all) => all.length === 0);
}

/** Waits until the address matches. */
export async function seeUrl(reader: Reader, pattern: RegExp): Promise<void> {
  await until(
    `the address matches ${pattern}`,
    () => reader.url(),
    (url) => pattern.test(url),
  );
}

/** Waits until an element can be used, then clicks it. */
export async function click(reader: Reader, selector: string): Promise<void> {
  await see(reader, selector, 'can be clicked', (all) => all[0]?.disabled === false);
  await reader.click(selector);
}

/** Puts the focus into a field and selects what it holds. */
async function enter(reader: Reader, selector: string): Promise<void> {
  await see(reader, selector, 'can be filled', (all) => all.length > 0);
  await reader.run((css) => {
    const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(css);
    field?.focus();
    field?.select();
  }, selector);
}

/** Types a text with the keyboard in the place of what a field holds. */
export async function typeInto(reader: Reader, selector: string, text: string): Promise<void> {
  await enter(reader, selector);
  await reader.type(text);
  await see(reader, selector, `holds ${text}`, (all) => all[0]?.value === text);
}

/** Gives a field a text at once, as a paste does. */
export async function fill(reader: Reader, selector: string, text: string): Promise<void> {
  await enter(reader, selector);
  await reader.run(
    ({ css, value }) => {
      const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(css);
      if (!field) throw new Error(`There is no ${css}.`);
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    { css: selector, value: text },
  );
}

/** Pastes the clipboard in the place of what a field holds, and answers what it then holds. */
export async function paste(reader: Reader, selector: string): Promise<string> {
  const [before] = await look(reader, selector);
  await enter(reader, selector);
  await reader.press('ControlOrMeta+V');
  const [after] = await see(
    reader,
    selector,
    'holds what was pasted',
    (all) => all[0] !== undefined && all[0].value !== before?.value,
  );
  return after?.value ?? '';
}
