/** Names of meanings: `<family>/<code>`, the path of the file under `content/codes` without `.yaml`. */
import { FAMILIES, type Family } from './families.ts';

/** `('gateway', '7014')` → `gateway/7014`. */
export const meaningIdOf = (family: Family, code: string): string => `${family}/${code}`;

/** Whether a code is a plain number as its page spells it: digits without a leading zero. */
export const isNumber = (code: string): boolean => /^(?:0|[1-9]\d*)$/.test(code);

/** `007014` → `7014`. Digits only; text of another form comes back as it is. */
export const withoutLeadingZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

/** Families in the order of the source's tables; numbers ascending, named ranges after them. */
export function compareMeanings(
  a: { family: Family; code: string },
  b: { family: Family; code: string },
): number {
  const byFamily = FAMILIES.indexOf(a.family) - FAMILIES.indexOf(b.family);
  if (byFamily !== 0) return byFamily;
  const [aIsNumber, bIsNumber] = [isNumber(a.code), isNumber(b.code)];
  if (aIsNumber && bIsNumber) return Number(a.code) - Number(b.code);
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
  return a.code < b.code ? -1 : 1;
}
