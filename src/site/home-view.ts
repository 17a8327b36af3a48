/** The front door as data: every number by the place that sets it, and the prompts that users report. */
import type { Catalogue } from '../domain/codes/catalogue.ts';
import { isNumber } from '../domain/codes/code-id.ts';
import { FAMILIES, familyOf, type Family } from '../domain/codes/families.ts';
import type { Meaning } from '../domain/codes/schema.ts';
import { HOPS, type Hop } from '../domain/codes/vocabulary.ts';
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
  /** Texts on a screen with the numbers that they are shown for; those of most numbers first. */
  readonly prompts: readonly {
    readonly text: string;
    readonly language: 'en' | 'zh-Hans';
    readonly numbers: readonly NumberLink[];
  }[];
};

/** Everything that the front door lists, from the catalogue alone. */
export function homeView(catalogue: Catalogue, edition: Edition): HomeView {
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
    prompts: promptsOf(catalogue, edition),
  };
}

function promptsOf({ meanings }: Catalogue, edition: Edition): HomeView['prompts'] {
  const shown = meanings.flatMap((meaning) => [
    ...(meaning.prompt === undefined
      ? []
      : [{ text: meaning.prompt, language: 'en' as const, meaning }]),
    ...meaning.names
      .filter(({ kind, text }) => isShown(kind) && isSentence(text))
      .map(({ text }) => ({ text, language: 'zh-Hans' as const, meaning })),
  ]);
  return [...Map.groupBy(shown, ({ text }) => text)]
    .map(([text, all]) => ({
      text,
      language: all[0]?.language ?? 'en',
      numbers: all.map(({ meaning }) => numberLink(edition, meaning, true)),
    }))
    .sort((a, b) => b.numbers.length - a.numbers.length);
}

const isShown = (kind: Meaning['names'][number]['kind']): boolean =>
  kind === 'seen-text' || kind === 'default-text';

/** A text for a person ends as a sentence or asks for something; the others are notes in logs. */
const isSentence = (text: string): boolean =>
  /\p{Script=Han}/u.test(text) && (/[。！]$/u.test(text) || /请|候/u.test(text));

/** @param named whether the family is named too, where numbers of several stand together */
function numberLink(edition: Edition, meaning: Meaning, named: boolean): NumberLink {
  const { family, code, title, id } = meaning;
  const label = isNumber(code) ? code : title;
  return {
    path: edition.path(meaningPath(id)),
    label:
      named && familyOf(family).client !== null && isNumber(code)
        ? `${edition.words.families[family].name} ${label}`
        : label,
    title,
  };
}
