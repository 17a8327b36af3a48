/** A place in a text, from its first character to the one after its last. */
export type Place = { readonly from: number; readonly to: number };

/** A place with the text that replaces it. */
export type Edit = Place & { readonly text: string };

/** The text with all edits made. No two of their places overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, text: replacement } of [...edits].sort((a, b) => a.from - b.from)) {
    result += text.slice(at, from) + replacement;
    at = to;
  }
  return result + text.slice(at);
}
