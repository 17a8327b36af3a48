/** A text by the words that tell it from others: what people add, drop or capitalise makes no difference. */

const SMALL_WORDS = new Set(
  'a an the this that is are was were be been being am has have had it its very so too now there'.split(
    ' ',
  ),
);
const SMALL_CHARACTERS = /(?<=\p{Script=Han})[的了是很](?=\p{Script=Han}|$)/gu;

/** Words in lower case, in order; a Chinese run is one. */
export const plainWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(?:can['’]t|can not)\b/g, 'cannot')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(SMALL_CHARACTERS, ''))
    .filter((word) => word !== '' && !SMALL_WORDS.has(word));
