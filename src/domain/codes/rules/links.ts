/** Rules on what entries, terms and guides lead to. */
import { labelsOf, type Content } from '../catalogue.ts';
import type { Meaning } from '../schema.ts';
import { httpEntries } from './http.ts';
import { fileOf, type Rule } from './problem.ts';

/** What leads to codes: a meaning, or an HTTP status, which has no id and states its links alone. */
type Linking = Pick<Meaning, 'related' | 'confusions'> & {
  readonly id: string | null;
  readonly file: string;
  /** Put before the names of its fields. */
  readonly prefix: string;
};

const linking = ({ meanings, http }: Content): Linking[] => [
  ...meanings.map(({ id, related, confusions }) => ({
    id,
    file: fileOf(id),
    prefix: '',
    related,
    confusions,
  })),
  ...httpEntries(http).map(({ field, facts: { related, confusions } }) => ({
    id: null,
    file: 'content/http.yaml',
    prefix: `${field}.`,
    related,
    confusions,
  })),
];

/** `use one of a, b.`, or what to do where there is none to use. */
const oneOf = (known: Iterable<string>, none: string): string => {
  const names = [...known];
  return names.length === 0 ? none : `use one of ${names.join(', ')}.`;
};

export const relatedTargets: Rule = {
  name: 'related codes exist, are others, and are stated once',
  why: 'The inverse is computed; a pair stated on both pages would appear twice.',
  check: (content) => {
    const known = new Set(content.meanings.map(({ id }) => id));
    const stated = new Map<string, string>();
    return linking(content).flatMap(({ id: own, file, prefix, related }) =>
      related.flatMap(({ id }, index) => {
        const field = `${prefix}related.${index}.id`;
        if (id === own)
          return [
            { file, field, message: 'a code is related to itself.', fix: 'remove the item.' },
          ];
        if (!known.has(id))
          return [
            {
              file,
              field,
              message: `there is no code "${id}".`,
              fix: `correct the id${suggestion(id, known)}, or remove the item.`,
            },
          ];
        const pair = own === null ? `${file} ${prefix}${id}` : [own, id].sort().join(' and ');
        const first = stated.get(pair);
        stated.set(pair, file);
        return first === undefined
          ? []
          : [
              {
                file,
                field,
                message:
                  own === null
                    ? `${id} is already a related code of this status.`
                    : `the pair ${pair} is already stated in ${first}.`,
                fix: 'keep one of the two; the other page shows it by itself.',
              },
            ];
      }),
    );
  },
};

/** ` (did you mean gateway/7014?)` for the id with the same family and the most alike number. */
function suggestion(id: string, known: ReadonlySet<string>): string {
  const alike = [...known].find(
    (other) =>
      other.split('/')[1] === id.split('/')[1] ||
      other.replace(/\W/g, '') === id.replace(/\W/g, ''),
  );
  return alike === undefined ? '' : ` (did you mean ${alike}?)`;
}

export const confusionTargets: Rule = {
  name: 'look-alikes that are ours exist and are not related codes as well',
  why: 'A dangling id would become a dead link, and a page says each thing once.',
  check: (content) => {
    const known = new Set(content.meanings.map(({ id }) => id));
    const all = linking(content);
    const pairOf = ({ id, prefix }: Linking, other: string) =>
      [id ?? prefix, other].sort().join(' ');
    const pairs = new Set(
      all.flatMap((from) => from.related.map((other) => pairOf(from, other.id))),
    );
    return all.flatMap((from) =>
      from.confusions.flatMap(({ id }, index) => {
        if (id === undefined) return [];
        const { file } = from;
        const field = `${from.prefix}confusions.${index}.id`;
        if (id === from.id)
          return [{ file, field, message: 'points to itself.', fix: 'remove the item.' }];
        if (!known.has(id))
          return [
            {
              file,
              field,
              message: `there is no code "${id}".`,
              fix: `correct the id${suggestion(id, known)}, or remove it and keep the text.`,
            },
          ];
        return pairs.has(pairOf(from, id))
          ? [
              {
                file,
                field,
                message: `${id} is already a related code of this page.`,
                fix: 'say it once: keep the reason of the related code, or the look-alike.',
              },
            ]
          : [];
      }),
    );
  },
};

export const guidesExistAndAreUsed: Rule = {
  name: 'guides exist and are reached from a code',
  why: 'A guide nobody is led to is not read.',
  check: ({ meanings, classes, terms, guides }) => {
    const known = new Set(guides.map(({ id }) => id));
    const named = [
      ...meanings.map(({ id, guides: named }) => ({ file: fileOf(id), named })),
      ...classes.map(({ guides: named }) => ({ file: 'content/classes.yaml', named })),
      ...terms.map(({ guides: named }) => ({ file: 'content/glossary.yaml', named })),
    ];
    const used = new Set(meanings.flatMap(({ guides: ofMeaning }) => ofMeaning));
    return [
      ...named.flatMap(({ file, named: ids }) =>
        ids
          .filter((id) => !known.has(id))
          .map((id) => ({
            file,
            field: 'guides',
            message: `there is no guide "${id}".`,
            fix: oneOf(known, 'remove it, or add the guide to src/content/docs/guides.'),
          })),
      ),
      ...[...known]
        .filter((id) => !used.has(id))
        .map((id) => ({
          file: `src/content/docs/guides/${id}.mdx`,
          field: '',
          message: 'no code leads to this guide.',
          fix: 'name it under "guides" of the codes that it helps with.',
        })),
    ];
  },
};

export const termsLeadSomewhere: Rule = {
  name: 'terms lead to a page that explains their use',
  why: 'A definition without an example is half an answer.',
  check: ({ terms, meanings }) => {
    const known = new Set(meanings.map(({ id }) => id));
    return terms.flatMap((term) => [
      ...term.codes
        .filter((id) => !known.has(id))
        .map((id) => ({
          file: 'content/glossary.yaml',
          field: `${term.id}.codes`,
          message: `there is no code "${id}".`,
          fix: 'correct the id, or remove it.',
        })),
      ...(term.codes.length + term.guides.length === 0
        ? [
            {
              file: 'content/glossary.yaml',
              field: term.id,
              message: 'leads to no page.',
              fix: 'name a code or a guide that explains its use.',
            },
          ]
        : []),
    ]);
  },
};

export const systemsExist: Rule = {
  name: 'numbers of other systems name a system',
  why: 'A number without its owner cannot be told from ours.',
  check: ({ neighbours }) =>
    neighbours.numbers
      .filter(({ system }) => !Object.hasOwn(neighbours.systems, system))
      .map((entry) => ({
        file: 'content/neighbours.yaml',
        field: labelsOf(entry).join(', '),
        message: `there is no system "${entry.system}".`,
        fix: oneOf(Object.keys(neighbours.systems), 'describe the system under "systems".'),
      })),
};

export const neighboursLeadToMeanings: Rule = {
  name: 'numbers of other systems lead to meanings that exist',
  why: 'A dangling id would become a dead link.',
  check: ({ meanings, neighbours }) => {
    const known = new Set(meanings.map(({ id }) => id));
    return neighbours.numbers.flatMap((entry) =>
      entry.leadsTo
        .filter((id) => !known.has(id))
        .map((id) => ({
          file: 'content/neighbours.yaml',
          field: labelsOf(entry).join(', '),
          message: `there is no code "${id}".`,
          fix: `correct the id${suggestion(id, known)}, or remove it.`,
        })),
    );
  },
};
