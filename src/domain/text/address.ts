/** What an address without a page asked for. */
import { withoutLeadingZeros } from '../codes/code-id.ts';
import { HTTP_STATUSES } from '../codes/range.ts';
import type { ResolverIndex } from '../codes/resolver-index.ts';
import { normalise } from './resolve.ts';

/** `/7014`, `/codes/7014` and `/code/7014`. */
const ADDRESS = /^\/(?:codes?\/)?[^/]+\/?$/i;

/** One letter in front of the number, as in `E7014`. */
const NUMBER = /^[a-z]?(\d{1,9})$/i;

/** Nobody types these by a slip. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/u;

/** What a sentence leaves at the end of an address. Anchored on both sides, to take no longer than the text is long. */
const FINAL_PUNCTUATION =
  /(?<![.,;:!?)\]}"'。，；：！？、）】」”’])[.,;:!?)\]}"'。，；：！？、）】」”’]+$/u;

/** Whether an address is of the form that names a code and nothing else, such as `/code/E7014`. */
export const isCodeAddress = (path: string): boolean => ADDRESS.test(path);

/**
 * The one published page of a code that a part of an address means, whatever its case, its width, zeros
 * or one letter in front of it and punctuation after it.
 * @returns the code as its page spells it; null where it is none, or more than one
 */
export function publishedCode(index: ResolverIndex, asked: string): string | null {
  if (INVISIBLE.test(asked)) return null;
  const text = normalise(asked).replace(FINAL_PUNCTUATION, '');
  const digits = NUMBER.exec(text)?.[1];
  const codes = digits === undefined ? codesNamed(index, text) : codesNumbered(index, digits);
  const [code, ...others] = new Set(codes);
  return code === undefined || others.length > 0 ? null : code;
}

function codesNumbered(index: ResolverIndex, digits: string): string[] {
  const number = withoutLeadingZeros(digits);
  const isStatus = HTTP_STATUSES.first <= Number(number) && Number(number) <= HTTP_STATUSES.last;
  const isPublished = isStatus || index.meanings.some(({ code }) => code === number);
  return isPublished ? [number] : [];
}

/** Named ranges, and the symbols that the source gives. */
function codesNamed({ meanings }: ResolverIndex, text: string): string[] {
  const asked = text.toLowerCase();
  return meanings
    .filter(
      ({ code, names }) =>
        code.toLowerCase() === asked ||
        names.some((name) => name.kind === 'symbol' && name.text.toLowerCase() === asked),
    )
    .map(({ code }) => code);
}
