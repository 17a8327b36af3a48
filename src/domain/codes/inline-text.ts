/** The one place that reads the markup of a statement: backticks mark code, nothing else is markup. */

export type InlineToken = { readonly kind: 'text' | 'code'; readonly value: string };

/** Splits a statement into plain and code parts, in order. Never throws; an unpaired backtick stays text. */
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
    if (text !== '') tokens.push({ kind: 'text', value: text });
  });
  return tokens;
}

/** The statement without its backticks, for titles, descriptions and comparisons. */
export const plainText = (statement: string): string =>
  inlineTokens(statement)
    .map(({ value }) => value)
    .join('');
