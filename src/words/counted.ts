/** Sentences with numbers, lists and days, by the rules of a language. */

/**
 * A number with its noun: `1 answer`, `2 answers`.
 * @param language its tag, such as `en` or `zh-CN`
 * @param forms the noun in each plural form of the language; `other` where a form is missing
 */
export const counted = (
  language: string,
  count: number,
  forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>,
): string =>
  `${new Intl.NumberFormat(language).format(count)} ${forms[new Intl.PluralRules(language).select(count)] ?? forms.other}`;

/** `a, b, and c` as the language writes it. */
export const listed = (language: string, items: readonly string[]): string =>
  new Intl.ListFormat(language).format(items);

/** Chinese is set with a space beside digits, which `Intl` leaves out: `2026 年 1 月 22 日`. */
const spaced = (text: string): string =>
  text.replace(/(?<=\d)(?=\p{Script=Han})|(?<=\p{Script=Han})(?=\d)/gu, ' ');

/** Writes days as a language does. A year or a month alone stays as coarse as it is. */
export function dayFormat(language: string): (date: string) => string {
  // A format takes longer to make than to use, and thousands of pages name days.
  const formats = new Map<number, Intl.DateTimeFormat>();
  return (date) => {
    const format =
      formats.get(date.length) ??
      new Intl.DateTimeFormat(language, {
        timeZone: 'UTC',
        year: 'numeric',
        ...(date.length > 4 ? { month: 'long' as const } : {}),
        ...(date.length > 7 ? { day: 'numeric' as const } : {}),
      });
    formats.set(date.length, format);
    return spaced(format.format(new Date(`${date}${'-01-01'.slice(date.length - 4)}T00:00:00Z`)));
  };
}
