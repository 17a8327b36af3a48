/** The front door as data: every number by the place that sets it, and the prompts that users report. */
import type { Catalogue } from '../domain/codes/catalogue.ts';
import { isNumber } from '../domain/codes/code-id.ts';
import { FAMILIES, familyOf, type Family } from '../domain/codes/families.ts';
import type { Meaning } from '../domain/codes/schema.ts';
import { HOPS, type Hop } from '../domain/codes/vocabulary.ts';
import { codeLabel } from './code-class.ts';
import type { Edition } from './edition.ts';
import { codePath, meaningPath } from './urls.ts';

export type NumberLink = { readonly path: string; readonly label: string; readonly title: string };

export type HomeView = {
  /** Along the request path; only places that set numbers. */
  readonly places: readonly {
    readonly hop: Hop;
    readonly tables: readonly {
      readonly family: Family;
      readonly path: string;
      readonly numbers: readonly NumberLink[];
    }[];
  }[];
  /** Tables with numbers that only the SDKs know, by the place of their list. */
  readonly sdkNumbers: readonly { readonly label: string; readonly path: string }[];
  /** Texts that the vendor lists or a reader has seen on a screen; those of most numbers first. */
  readonly prompts: readonly Prompt[];
  /** Texts that only code of the gateway has: nobody is known to have seen them. */
  readonly oldDefaultTexts: readonly Prompt[];
};

/** A text for a person with the numbers that it stands for. */
type Prompt = {
  readonly text: string;
  readonly language: 'en' | 'zh-Hans';
  readonly numbers: readonly NumberLink[];
};

/** Everything that the front door lists, from the catalogue alone. */
export function homeView(catalogue: Catalogue, edition: Edition): HomeView {
  const prompts = promptsOf(catalogue, edition);
  return {
    places: HOPS.map((hop) => ({
      hop,
      tables: FAMILIES.filter((family) => familyOf(family).reporter === hop).map((family) => ({
        family,
        path: edition.path(codePath(family)),
        numbers: catalogue
          .ofFamily(family)
          .filter(({ standing }) => standing !== 'undocumented')
          .map((meaning) => numberLink(edition, meaning, false)),
      })),
    })).filter(({ tables }) => tables.length > 0),
    sdkNumbers: FAMILIES.filter((family) =>
      catalogue.ofFamily(family).some(({ standing }) => standing === 'undocumented'),
    ).map((family) => ({
      label: edition.words.families[family].codes,
      path: `${edition.path(codePath(family))}#undocumented`,
    })),
    prompts: prompts.filter(({ isOfOldCode }) => !isOfOldCode),
    oldDefaultTexts: prompts.filter(({ isOfOldCode }) => isOfOldCode),
  };
}

function promptsOf(
  { meanings, source: sourceOf }: Catalogue,
  edition: Edition,
): readonly (Prompt & { readonly isOfOldCode: boolean })[] {
  const shown = meanings.flatMap((meaning) => [
    ...(meaning.prompt === undefined
      ? []
      : [{ text: meaning.prompt, language: 'en' as const, meaning, isOfOldCode: false }]),
    ...meaning.names
      .filter(({ kind, text }) => isShown(kind) && isSentence(text))
      .map(({ kind, text, source }) => ({
        text,
        language: 'zh-Hans' as const,
        meaning,
        isOfOldCode: kind === 'default-text' && sourceOf(source).kind !== 'official',
      })),
  ]);
  return [...Map.groupBy(shown, ({ text }) => text)]
    .map(([text, all]) => ({
      text,
      language: all[0]?.language ?? 'en',
      numbers: all.map(({ meaning }) => numberLink(edition, meaning, true)),
      isOfOldCode: all.every(({ isOfOldCode }) => isOfOldCode),
    }))
    .sort((a, b) => b.numbers.length - a.numbers.length);
}

const isShown = (kind: Meaning['names'][number]['kind']): boolean =>
  kind === 'seen-text' || kind === 'default-text';

/** A text for a person ends as a sentence or asks for something; the others, and those in a developer's words, are notes in logs. */
const isSentence = (text: string): boolean =>
  /\p{Script=Han}/u.test(text) &&
  (/[。！]$/u.test(text) || /请|候/u.test(text)) &&
  !text.includes('验签');

/** @param named whether the family is named too, where numbers of several stand together */
function numberLink(edition: Edition, meaning: Meaning, named: boolean): NumberLink {
  const { family, code, title, id } = meaning;
  const label = codeLabel(edition, code);
  return {
    path: edition.path(meaningPath(id)),
    label:
      named && familyOf(family).client !== null && isNumber(code)
        ? `${edition.words.families[family].name} ${label}`
        : label,
    title,
  };
}
