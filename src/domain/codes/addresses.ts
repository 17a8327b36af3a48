/** The addresses of codes and guides, and the list of those that were ever published. */
import { pageCodes, type Content } from './catalogue.ts';
import { codePath, guidePath } from './paths.ts';
import { symbolOf } from './resolver-index.ts';
import { fileOf } from './rules/problem.ts';

/** A line of `content/addresses.txt`. */
export type AddressLine = {
  /** Its number in the file. */
  readonly line: number;
  readonly text: string;
  /** What it stands for: one address, or one for each number of a span; empty where it cannot be read. */
  readonly addresses: readonly string[];
};

/** Longer spans are a slip: no code has more digits. */
const MOST_ADDRESSES = 100_000;

/** Reads the list; `{100..599}` stands for every number from 100 to 599. Comments and empty lines are left out. */
export const readAddresses = (text: string): AddressLine[] =>
  text
    .split('\n')
    .map((line, index) => ({ line: index + 1, text: line, addresses: addressesOf(line) }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'));

function addressesOf(line: string): string[] {
  const match = /^(\/(?:[\w-]+(?:\/[\w-]+)*\/?)?)(?:\{(\d+)\.\.(\d+)\})?$/.exec(line);
  if (!match) return [];
  const [, before = '', first, last] = match;
  if (first === undefined) return before === '/' || !before.endsWith('/') ? [before] : [];
  const length = Number(last) - Number(first) + 1;
  if (!before.endsWith('/') || length < 1 || length > MOST_ADDRESSES) return [];
  return Array.from({ length }, (_, index) => `${before}${Number(first) + index}`);
}

/** Addresses of the first list that the second one no longer has. */
export function removedAddresses(before: string, after: string): string[] {
  const kept = new Set(readAddresses(after).flatMap(({ addresses }) => addresses));
  return readAddresses(before)
    .flatMap(({ addresses }) => addresses)
    .filter((address) => !kept.has(address));
}

/** A page that is made from the content, with the file that it is made from. */
export type PublishedPage = {
  readonly address: string;
  readonly file: string;
  /** Not built yet. */
  readonly draft?: true;
};

/**
 * The pages of codes, symbols, families, classes and guides, in every language. Pages at the same address
 * are all listed.
 */
export function publishedPages(content: Content): PublishedPage[] {
  const pages = pagesOfContent(content);
  return [
    ...pages,
    ...Object.keys(content.translations).flatMap((language) =>
      pages.map((page) => ({ ...page, address: `/${language}${page.address}` })),
    ),
  ];
}

function pagesOfContent(content: Content): PublishedPage[] {
  const { meanings, families, classes, guides } = content;
  const fileOfCode = new Map(meanings.map(({ code, id }) => [code, fileOf(id)]));
  return [
    ...pageCodes(content).map((code) => ({
      address: codePath(code),
      file: fileOfCode.get(code) ?? 'content/neighbours.yaml',
    })),
    ...meanings.flatMap((meaning) => {
      const symbol = symbolOf(meaning);
      return symbol === null ? [] : [{ address: codePath(symbol), file: fileOf(meaning.id) }];
    }),
    ...families.map(({ family }) => ({
      address: codePath(family),
      file: `content/families/${family}.yaml`,
    })),
    ...classes.map(({ id }) => ({ address: codePath(id), file: 'content/classes.yaml' })),
    ...guides.map(({ id, draft }) => ({
      address: guidePath(id),
      file: `src/content/docs/guides/${id}.mdx`,
      ...(draft ? { draft } : {}),
    })),
  ];
}
