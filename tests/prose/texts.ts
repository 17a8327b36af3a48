/** Every English text of the project that somebody reads: content, guides, words of the site, papers. */
import { translatables } from '../../src/domain/codes/translation.ts';
import { readContent } from '../../src/pipeline/read-content.ts';
import type { Prose } from './prose.ts';
import { files, proseLines, ROOT, stringLiterals } from './read-texts.ts';

/** Texts of the data; quotations are the vendor's. */
const ofContent = (): Prose[] =>
  translatables(readContent(ROOT).content)
    .filter(
      ({ optional, file, field, text }) =>
        !optional &&
        // Titles of sources and official titles are what they are.
        !(field.endsWith('title') && (file === 'content/sources.yaml' || / - /.test(text))) &&
        !field.endsWith('.term'),
    )
    .map(({ file, field, text }) => ({ place: `${file} (${field})`, text }));

/** Paragraphs of a Markdown file, without code, markup and front matter. */
const ofMarkdown = (file: string): Prose[] =>
  proseLines(file).flatMap(({ place, text: line }) => {
    // A property of a component on a line of its own has its words in the words of the site.
    if (/^import |^ {2,}\w+[=:]|^ {2,}['{]/.test(line)) return [];
    const text = line
      // A tag without content is a link that prints its own text.
      .replace(/<[^<>]*\/>/g, 'x')
      .replace(/<[^<>]*>/g, '')
      .replace(/\[[\w./]+\]\([^)]*\)/g, 'x')
      .replace(/\]\([^)]*\)/g, ']')
      .replace(/[[\]*{}|#>]/g, '')
      .replace(/^\s*(?:[-+]|\d+\.)\s/, '')
      .trim();
    return text === '' || /\p{Script=Han}/u.test(text) ? [] : [{ place, text }];
  });

/** String literals of the English words that are sentences: lists of search words are none. */
const ofWords = (file: string): Prose[] =>
  stringLiterals(file, 'x').filter(
    ({ text }) => text.includes(' ') && /^[A-Z`$].*[a-z]{3}/.test(text),
  );

/** All of them, in the order of the files. */
export function englishTexts(): Prose[] {
  return [
    ...ofContent(),
    ...files('src/content/docs/*.mdx').flatMap(ofMarkdown),
    ...files('src/content/docs/guides/*.mdx').flatMap(ofMarkdown),
    ...files('*.md').flatMap(ofMarkdown),
    ...files('src/words/en/*.ts').flatMap(ofWords),
  ];
}
