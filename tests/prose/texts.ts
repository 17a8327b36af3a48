/** Every English text of the project that somebody reads: content, guides, words of the site, papers. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { translatables } from '../../src/domain/codes/translation.ts';
import { readContent } from '../../src/pipeline/read-content.ts';
import type { Prose } from './prose.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

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
function ofMarkdown(file: string): Prose[] {
  const lines = readFileSync(ROOT + file, 'utf8').split('\n');
  // Front matter is the first block between such lines, code every block between fences.
  let fence: string | null = lines[0] === '---' ? '---' : null;
  const text = lines
    .map((line, index) => {
      if (fence !== null) {
        if (index > 0 && line.startsWith(fence)) fence = null;
        return '';
      }
      if (line.startsWith('```')) {
        fence = '```';
        return '';
      }
      // A property of a component on a line of its own has its words in the words of the site.
      if (/^import |^ {2,}\w+[=:]|^ {2,}['{]/.test(line)) return '';
      return (
        line
          // A tag without content is a link that prints its own text.
          .replace(/<[^<>]*\/>/g, 'x')
          .replace(/<[^<>]*>/g, '')
          .replace(/\[[\w./]+\]\([^)]*\)/g, 'x')
          .replace(/\]\([^)]*\)/g, ']')
          .replace(/[[\]*{}|#>]/g, '')
      );
    })
    .join('\n');
  return text.split('\n').flatMap((line, index) => {
    const clean = line.replace(/^\s*(?:[-+]|\d+\.)\s/, '').trim();
    return clean === '' || /\p{Script=Han}/u.test(clean)
      ? []
      : [{ place: `${file}:${index + 1}`, text: clean }];
  });
}

/** String literals of the English words, which are sentences where they have a space. */
const ofWords = (file: string): Prose[] =>
  readFileSync(ROOT + file, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      /^\s*(?:\/\/|\/?\*)/.test(line)
        ? []
        : [
            ...line.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g),
          ].flatMap(([, single, double, template]) => {
            const text = (single ?? double ?? template ?? '')
              .replace(/\\(.)/g, '$1')
              .replace(/\$\{[^}]*\}/g, 'x');
            // Lists of search words are no sentences.
            return text.includes(' ') && /^[A-Z`$].*[a-z]{3}/.test(text)
              ? [{ place: `${file}:${index + 1}`, text }]
              : [];
          }),
    );

/** All of them, in the order of the files. */
export function englishTexts(): Prose[] {
  const files = (pattern: string) => globSync(pattern, { cwd: ROOT }).sort();
  return [
    ...ofContent(),
    ...files('src/content/docs/*.mdx').flatMap(ofMarkdown),
    ...files('src/content/docs/guides/*.mdx').flatMap(ofMarkdown),
    ...files('*.md').flatMap(ofMarkdown),
    ...files('src/words/en/*.ts').flatMap(ofWords),
  ];
}
