/**
 * The fragment of a deep link: `#android&api=com.example.op&trace=0a1b`. The family says where on the
 * page, the rest is context of the failed call. It stays in the browser and is only ever shown as text.
 */

/** The names that are read, in the order in which they are shown; everything else in a fragment is ignored. */
export const CONTEXT_NAMES = ['api', 'trace', 'time', 'version'] as const;
export type ContextName = (typeof CONTEXT_NAMES)[number];

export type Fragment = {
  /** The id of a place on the page; empty where the fragment names none. */
  readonly place: string;
  readonly context: Readonly<Partial<Record<ContextName, string>>>;
};

/** Longer values are cut: an operation or a trace id is shorter. */
const MOST_CHARACTERS = 200;

/** More than four values take, each character written as nine; the rest is not read. */
const LONGEST_FRAGMENT = 8192;

const isContextName = (name: string): name is ContextName =>
  CONTEXT_NAMES.some((known) => known === name);

/** Percent-decoded, or as it stands where the escapes are broken. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reads a fragment, with or without its `#`. Never throws. */
export function parseFragment(hash: string): Fragment {
  const [place = '', ...rest] = hash.slice(0, LONGEST_FRAGMENT).replace(/^#/, '').split('&');
  const context: Partial<Record<ContextName, string>> = {};
  for (const [name, value] of new URLSearchParams(rest.join('&'))) {
    const clean = value
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim()
      .slice(0, MOST_CHARACTERS)
      // Half a character is no text.
      .replace(/[\uD800-\uDBFF]$/, '');
    if (isContextName(name) && clean !== '') context[name] = clean;
  }
  return { place, context };
}

/** What a trace id looks like; anything else could be a command of somebody else's. */
const TRACE_ID = /^[\w.-]{8,64}$/;

/**
 * The command that finds a trace id in the gateway's summary log, or null where the text is no trace id:
 * what is offered for copying into an operator's shell must not be a command of its own.
 */
export const logQuery = (trace: string): string | null =>
  TRACE_ID.test(trace) ? `grep -F -- '${trace}' ~/logs/gateway/gateway-page-digest.log` : null;
