/**
 * A line as the patterns of this folder expect it, at the same offsets: full-width forms as plain
 * ones, the quotes of HTML as escaped quotes, Chinese brackets as
 * plain ones, the colours of a terminal as spaces.
 */
export function plainForm(line: string): string {
  return line.replace(/[\uff01-\uff5e【】〔〕]|&quot;|&#3[49];|\p{Cc}\[[\d;]{0,20}m/gu, (form) => {
    if (form.length === 1) return BRACKETS[form] ?? String.fromCharCode(form.charCodeAt(0) - WIDTH);
    if (form.startsWith('&')) return (form === '&#39;' ? "'" : '"').padStart(form.length, '\\');
    return ' '.repeat(form.length);
  });
}

/** Chinese brackets have no plain form of their own. */
const BRACKETS: Readonly<Record<string, string>> = { '【': '[', '】': ']', '〔': '[', '〕': ']' };

/** From a plain character to its full-width form. */
const WIDTH = 0xfee0;
