/** Values whose names stand behind them. */
import { MASK_CHARACTER, type DecodedView } from './decoded-view.ts';
import { kindOfName, type NamedKind } from './field-names.ts';
import type { FoundValue, ValueShape } from './kinds.ts';
import { matchAt } from './match-at.ts';
import { NO_VALUE } from './no-values.ts';
import { quotedStart } from './schemes.ts';
import { isSpacedValue } from './value-checks.ts';
import { DELIMITERS, endOfValue, withoutEnd } from './value-ends.ts';

const VALUE_OF_PAIR = /(?<![\w$-])(?:value|val)["'`]?\s{0,10}[:=]\s{0,10}["'`]/gi;
const NAME_BEHIND =
  /["'`](?:\s{0,10},\s{0,200}(?:"[\w-]{1,30}"\s?:\s?(?:"[^"\n\r]{0,100}"|[a-z]{4,5}|\d{1,10})\s{0,4},\s{0,80}){0,3}|\s{1,10}(?:[\w:-]{1,20}="[^"<>]{0,60}"\s{1,10}){0,3})["'`]?(?:name|key|header|field)["'`]?\s{0,10}[:=]\s{0,10}["'`](?<name>[\w-]{2,60})["'`]/iy;

/** `"value": "…", "name": "Cookie"`, `set("…", forKey: "token")`: values whose name stands behind them. */
export function valuesBeforeNames(view: DecodedView, from: number, to: number): FoundValue[] {
  const { text, levels } = view;
  const found: FoundValue[] = [];
  VALUE_OF_PAIR.lastIndex = from;
  for (let match = VALUE_OF_PAIR.exec(text); match; match = VALUE_OF_PAIR.exec(text)) {
    const start = VALUE_OF_PAIR.lastIndex;
    if (match.index >= to) break;
    const quote = text[start - 1] ?? '';
    const end = endOfValue(view, start, { how: 'quoted', quote, level: levels[start - 1] ?? 0 });
    const name = matchAt(NAME_BEHIND, text, end.to)?.groups?.['name'];
    const named = name === undefined ? null : kindOfName(name);
    const value = text.slice(start, end.to);
    if (!named || end.open || NO_VALUE.test(value) || value === MASK_CHARACTER) continue;
    if (named.only && !named.only(value)) continue;
    found.push({ from: start, to: end.to, kind: named.kind });
  }
  return [...found, ...storedValues(view, from, to)];
}

/** `forKey: "token"`, `forHTTPHeaderField: X-Token`, behind the value. */
const STORED_AS = /(?<![\w$])for[A-Z]\w{2,20}\s{0,3}:\s{0,3}@?["'`]?([\w.-]{2,80})/g;
/** Longer values are not looked for. */
const LONGEST_STORED = 2000;

function storedValues(view: DecodedView, from: number, to: number): FoundValue[] {
  const { text } = view;
  const found: FoundValue[] = [];
  STORED_AS.lastIndex = from;
  for (let match = STORED_AS.exec(text); match; match = STORED_AS.exec(text)) {
    if (match.index >= to + LONGEST_STORED) break;
    const named = kindOfName(match[1] ?? '');
    const value = named && valueBefore(view, match.index, named);
    if (value && value.from >= from && value.from < to) found.push(value);
  }
  return found;
}

/** The value that ends before a position: one in quotes, or a word that a program made. */
function valueBefore(
  { text }: DecodedView,
  before: number,
  { kind, only }: NamedKind,
): FoundValue | null {
  const least = Math.max(0, before - LONGEST_STORED);
  const back = withoutEnd(text.slice(least, before), ' \t\n\r,');
  const quote = /["'`]$/.exec(back.slice(-1))?.[0];
  const start =
    quote === undefined
      ? back.length - (back.split(DELIMITERS).at(-1)?.length ?? 0)
      : back.lastIndexOf(quote, back.length - 2) + 1;
  const end = quote === undefined ? back.length : back.length - 1;
  // The scheme of credentials stays.
  const from = quotedStart(text, least + start, kind);
  const value = text.slice(from, least + end);
  const isShown = value.replaceAll(MASK_CHARACTER, '').trim() === '' || NO_VALUE.test(value);
  if (
    isShown ||
    (quote !== undefined && start === 0) ||
    /[\n\r]/.test(value) ||
    (only && !only(value))
  )
    return null;
  const shape: ValueShape = { how: 'bare', level: 0, delimiters: DELIMITERS };
  return quote !== undefined || isSpacedValue(kind, value, shape)
    ? { from, to: least + end, kind }
    : null;
}
