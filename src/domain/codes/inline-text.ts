/** The one place that reads the markup of a statement: backticks mark code, `**` a menu or button; nothing else is markup. */

export type InlineToken = { readonly kind: 'text' | 'code' | 'strong'; readonly value: string };

/** `**` around something that neither begins nor ends with a space. */
const STRONG = /\*\*(?! )([^*]+)(?<! )\*\*/;

/** Splits a statement into its parts, in order. Never throws; what has no partner stays text. */
export function inlineTokens(statement: string): InlineToken[] {
  const parts = statement.split('`');
  const paired = parts.length % 2 === 1;
  const tokens: InlineToken[] = [];
  parts.forEach((value, index) => {
    if (index % 2 === 1 && (paired || index < parts.length - 1)) {
      if (value !== '') tokens.push({ kind: 'code', value });
      return;
    }
    const text = !paired && index === parts.length - 1 ? '`' + value : value;
    text.split(STRONG).forEach((part, at) => {
      if (part !== '') tokens.push({ kind: at % 2 === 1 ? 'strong' : 'text', value: part });
    });
  });
  return tokens;
}

export type TextRun = { readonly isChinese: boolean; readonly value: string };

/**
 * Splits a text at Chinese inside another language, which needs a mark of its own to be read aloud and drawn
 * as Chinese. What is written together stays together: `缺少sign参数` is Chinese.
 */
export function chineseRuns(text: string): readonly TextRun[] {
  const runs: TextRun[] = [];
  for (const value of text.split(/([\p{L}\p{N}\p{M}\u3000-\u303f\uff00-\uffef_-]+)/u)) {
    const isChinese = /\p{Script=Han}/u.test(value);
    const last = runs.at(-1);
    if (last && last.isChinese === isChinese)
      runs[runs.length - 1] = { isChinese, value: last.value + value };
    else if (value !== '') runs.push({ isChinese, value });
  }
  return runs;
}

/** The statement without its markup, for titles, descriptions and comparisons. */
export const plainText = (statement: string): string =>
  inlineTokens(statement)
    .map(({ value }) => value)
    .join('');

/** What is between a text and what follows it in the same line: marks of Chinese bring their own space. */
export const gapAfter = (text: string): '' | ' ' =>
  /[\u3000-\u303f\uff00-\uffef\u201d]$/u.test(text) ? '' : ' ';
