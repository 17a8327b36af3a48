/** Sentences with numbers and lists, by the rules of a language. */

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
