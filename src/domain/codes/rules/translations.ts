/** Rules on translations: every sentence has its pair, every pair its sentence, and both state the same. */
import type { Content } from '../catalogue.ts';
import { inlineTokens } from '../inline-text.ts';
import { translatables, type Pair } from '../translation.ts';
import type { Problem, Rule } from './problem.ts';

/** `content/codes/gateway/7014.yaml` → `content/zh-cn/codes/gateway/7014.yaml` */
const translationFile = (language: string, file: string): string =>
  file.replace(/^content\//, `content/${language}/`);

const everySentenceHasItsPair: Rule = {
  name: 'every sentence has its translation, and no translation is left over',
  why: 'A changed English sentence must not leave readers of another language with the old one.',
  check: (content) => {
    const wanted = Map.groupBy(translatables(content), ({ file }) => file);
    return Object.entries(content.translations).flatMap(([language, { pairs }]) => [
      ...[...wanted].flatMap(([file, texts]): Problem[] => {
        const known = new Set((pairs[file] ?? []).map(({ en }) => en));
        const missing = new Set(
          texts
            .filter(({ text, optional }) => !optional && !known.has(text))
            .map(({ text }) => text),
        );
        return [...missing].map((text) => ({
          file: translationFile(language, file),
          field: texts.find((other) => other.text === text)?.field ?? '',
          message: `has no translation of "${text}"${leftOver(pairs[file] ?? [], texts)}.`,
          fix: `add a pair with "en" exactly as in ${file}.`,
        }));
      }),
      ...Object.entries(pairs).flatMap(([file, list]) => {
        const texts = new Set((wanted.get(file) ?? []).map(({ text }) => text));
        return list
          .filter(({ en }) => !texts.has(en))
          .map(({ en, translation }) => ({
            file: translationFile(language, file),
            field: '',
            message: `translates "${en}" as "${translation}", but ${file} has no such sentence.`,
            fix: 'give the pair the changed English sentence and check the translation, or remove it.',
          }));
      }),
    ]);
  },
};

/** Names the one pair that lost its sentence, where it most likely is the one that changed. */
function leftOver(pairs: readonly Pair[], texts: readonly { readonly text: string }[]): string {
  const old = pairs.filter(({ en }) => !texts.some(({ text }) => text === en));
  return old.length === 1 && old[0] ? `; it may have been "${old[0].en}"` : '';
}

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December';

/** The numbers of a text, sorted; the name of a month before or after a number counts as its number. */
const numbersOf = (text: string): string[] =>
  (
    text
      .replace(
        new RegExp(`(?<=\\d )(?:${MONTHS})\\b|\\b(?:${MONTHS})(?= \\d)`, 'g'),
        (month) => ` ${MONTHS.split('|').indexOf(month) + 1} `,
      )
      .match(/\d+/g) ?? []
  ).sort();

const codesOf = (text: string): string[] =>
  inlineTokens(text)
    .filter(({ kind }) => kind === 'code')
    .map(({ value }) => value)
    .sort();

/** Menus have another name in each language: only how many there are is the same. */
const menusOf = (text: string): string[] =>
  inlineTokens(text)
    .filter(({ kind }) => kind === 'strong')
    .map(() => '**');

const plain = (text: string): string =>
  inlineTokens(text)
    .filter(({ kind }) => kind !== 'code')
    .map(({ value }) => value)
    .join(' ');

const pairsStateTheSame: Rule = {
  name: 'both sides of a pair have the same numbers, the same code and as many bold parts',
  why: 'A number lost in translation sends a reader wrong.',
  check: ({ translations }) =>
    Object.entries(translations).flatMap(([language, { pairs }]) =>
      Object.entries(pairs).flatMap(([file, list]) =>
        list.flatMap(({ en, translation }): Problem[] => {
          const problem = (what: string, left: string[], right: string[]): Problem[] =>
            left.join(' ') === right.join(' ')
              ? []
              : [
                  {
                    file: translationFile(language, file),
                    field: '',
                    message: `"${translation}" has other ${what} (${right.join(', ') || 'none'}) than "${en}" (${left.join(', ') || 'none'}).`,
                    fix: `write the same ${what} on both sides.`,
                  },
                ];
          return [
            ...problem('code', codesOf(en), codesOf(translation)),
            ...problem('bold parts', menusOf(en), menusOf(translation)),
            ...problem('numbers', numbersOf(plain(en)), numbersOf(plain(translation))),
          ];
        }),
      ),
    ),
};

const proseIsTranslated: Rule = {
  name: 'every guide has its translation, made from the text as it is',
  why: 'A translation of an older text states what is no longer said.',
  check: (content) =>
    Object.entries(content.translations).flatMap(([language, { prose }]) =>
      englishProse(content).flatMap(({ id, hash }): Problem[] => {
        const found = prose.find((other) => other.id === id);
        const file = `src/content/docs/${language}/${id}.mdx`;
        if (!found)
          return [
            {
              file,
              field: '',
              message: 'is missing.',
              fix: `translate src/content/docs/${id}.mdx, with "translates: ${hash}".`,
            },
          ];
        return found.translates === hash
          ? []
          : [
              {
                file,
                field: 'translates',
                message: `is ${found.translates}, but src/content/docs/${id}.mdx now is ${hash}.`,
                fix: `compare the two texts, then write "translates: ${hash}".`,
              },
            ];
      }),
    ),
};

const englishProse = ({ guides, loosePages }: Content) => [
  ...guides.map(({ id, hash }) => ({ id: `guides/${id}`, hash })),
  ...loosePages.map(({ id, hash }) => ({ id, hash })),
];

export const translationsAreComplete: readonly Rule[] = [
  everySentenceHasItsPair,
  pairsStateTheSame,
  proseIsTranslated,
];
