/**
 * What must hold across the files under `content/`. Each rule is a small object; a test prints every
 * problem at once, and the build refuses while there is one.
 */
import { sourcesOf, type Content } from './catalogue.ts';
import { isNumber, meaningIdOf } from './code-id.ts';
import { plainText } from './inline-text.ts';
import { nestOrDisjoint, parseSpans, type Span } from './range.ts';
import type { Meaning } from './schema.ts';
import { FAMILIES, type Family } from './vocabulary.ts';

export type Problem = {
  /** Path below the project's folder. */
  readonly file: string;
  /** Where in the file, or empty for the file as a whole. */
  readonly field: string;
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
};

export type Rule = {
  readonly name: string;
  readonly why: string;
  readonly check: (content: Content) => readonly Problem[];
};

/** `content/codes/gateway/7014.md (related): … Fix: …` */
export const formatProblem = ({ file, field, message, fix }: Problem): string =>
  `${file}${field === '' ? '' : ` (${field})`}: ${message} Fix: ${fix}`;

const fileOf = (id: string): string => `content/codes/${id}.md`;

/** Every problem of every rule, in the order of the rules. */
export const findProblems = (content: Content): Problem[] =>
  RULES.flatMap(({ check }) => check(content));

/** The verbatim columns of a meaning, keyed as in `content/source-tables.yaml`. */
export function verbatimColumns(meaning: Meaning): Record<string, string> {
  switch (meaning.family) {
    case 'gateway':
      return { code: meaning.code, description: meaning.title };
    case 'service':
      return {
        code: meaning.code,
        protocols: meaning.protocols.join(', '),
        description: meaning.title,
      };
    case 'android':
      return {
        code: meaning.kind === 'range' ? meaning.condition : meaning.code,
        description: meaning.official,
        prompt: meaning.prompt,
      };
    case 'ios':
      return { value: meaning.code, statusCode: meaning.symbol, meaning: meaning.official };
  }
}

/** The front-matter field that a verbatim column is written in. */
const FIELD_OF_COLUMN: Readonly<Record<string, string>> = {
  'gateway.description': 'title',
  'service.description': 'title',
  'service.protocols': 'protocols',
  'android.code': 'condition',
  'android.description': 'official',
  'android.prompt': 'prompt',
  'ios.statusCode': 'symbol',
  'ios.meaning': 'official',
};

const keyOf = (row: Record<string, string>): string => row['code'] ?? row['value'] ?? '';

const rowId = (family: Family, row: Record<string, string>): string => `${family} ${keyOf(row)}`;

const familiesAreComplete: Rule = {
  name: 'families are complete',
  why: 'Every table of the source has its page.',
  check: ({ families, meanings }) =>
    FAMILIES.flatMap((family) => {
      const problems: Problem[] = [];
      if (!families.some((facts) => facts.family === family))
        problems.push({
          file: `content/families/${family}.yaml`,
          field: '',
          message: `the family "${family}" has no file.`,
          fix: `restore content/families/${family}.yaml.`,
        });
      if (!meanings.some((meaning) => meaning.family === family))
        problems.push({
          file: `content/codes/${family}`,
          field: '',
          message: `the family "${family}" has no code.`,
          fix: `restore the files of content/codes/${family}.`,
        });
      return problems;
    }),
};

const everyRowHasAnEntry: Rule = {
  name: 'every row of the source has an entry',
  why: 'A code that is published keeps its page.',
  check: ({ meanings, sourceTables }) => {
    const entries = new Set(
      meanings.map((meaning) => rowId(meaning.family, verbatimColumns(meaning))),
    );
    return FAMILIES.flatMap((family) =>
      sourceTables[family]
        .filter((row) => !entries.has(rowId(family, row)))
        .map((row) => keyOf(row))
        .map((key) => ({
          file: isNumber(key) ? fileOf(meaningIdOf(family, key)) : `content/codes/${family}`,
          field: '',
          message: `the source has the ${family} row "${key}", but no file stands for it.`,
          fix: isNumber(key)
            ? `add ${fileOf(meaningIdOf(family, key))}, or restore it if it was deleted.`
            : `add a file with "condition: ${key}" to content/codes/${family}.`,
        })),
    );
  },
};

const everyEntryHasItsRow: Rule = {
  name: 'every entry stands in the source, word for word',
  why: 'People search for the official words, and no code may be invented.',
  check: ({ meanings, sourceTables }) => {
    const rows = new Map<string, Record<string, string>>(
      FAMILIES.flatMap((family) =>
        sourceTables[family].map((row) => [rowId(family, row), row] as const),
      ),
    );
    return meanings.flatMap((meaning) => {
      const columns = verbatimColumns(meaning);
      const row = rows.get(rowId(meaning.family, columns));
      if (!row)
        return [
          {
            file: fileOf(meaning.id),
            field: meaning.kind === 'range' ? 'condition' : '',
            message: `the ${meaning.family} table of the source has no row "${keyOf(columns)}".`,
            fix: 'remove or rename the file; numbers known from elsewhere belong in content/undocumented.yaml.',
          },
        ];
      return Object.entries(row)
        .filter(([column, text]) => columns[column] !== text)
        .map(([column, text]) => ({
          file: fileOf(meaning.id),
          field: FIELD_OF_COLUMN[`${meaning.family}.${column}`] ?? column,
          message: `differs from the source's ${column} column.`,
          fix: `write exactly: ${text}`,
        }));
    });
  },
};

const nothingStandsTwice: Rule = {
  name: 'nothing stands twice',
  why: 'Of two entries for one thing the page would show one and lose the other.',
  check: ({ meanings, sourceTables, undocumented, neighbours, terms }) => [
    ...repeated(
      meanings.map((meaning) => ({
        file: fileOf(meaning.id),
        field: '',
        what: `the ${meaning.family} row "${keyOf(verbatimColumns(meaning))}"`,
      })),
    ),
    ...FAMILIES.flatMap((family) =>
      repeated(
        sourceTables[family].map((row, position) => ({
          file: 'content/source-tables.yaml',
          field: `${family}.${position}`,
          what: `the ${family} row "${keyOf(row)}"`,
        })),
      ),
    ),
    ...repeated(
      undocumented.map(({ family, number }, position) => ({
        file: 'content/undocumented.yaml',
        field: String(position),
        what: `${family} ${number}`,
      })),
    ),
    ...repeated(
      neighbours.numbers.flatMap(({ system, numbers }, position) =>
        numbers.map((number) => ({
          file: 'content/neighbours.yaml',
          field: `numbers.${position}`,
          what: `${system} ${number}`,
        })),
      ),
    ),
    ...repeated(
      terms.map(({ id }, position) => ({
        file: 'content/glossary.yaml',
        field: String(position),
        what: `the term "${id}"`,
      })),
    ),
  ],
};

type Named = { readonly file: string; readonly field: string; readonly what: string };

/** One problem for each entry whose thing an earlier entry of the list has. */
function repeated(entries: readonly Named[]): Problem[] {
  const first = new Map<string, Named>();
  return entries.flatMap((entry) => {
    const { file, field, what } = entry;
    const other = first.get(what);
    if (!other) {
      first.set(what, entry);
      return [];
    }
    const where = other.file === file ? `at ${other.field}` : `in ${other.file}`;
    return [
      {
        file,
        field,
        message: `${what} stands ${where} already.`,
        fix: 'remove one of the two, or correct its number.',
      },
    ];
  });
}

const relatedTargets: Rule = {
  name: 'related codes exist, are others, and are stated once',
  why: 'The inverse is computed; a pair stated on both pages would appear twice.',
  check: ({ meanings }) => {
    const known = new Set(meanings.map(({ id }) => id));
    const stated = new Map<string, string>();
    return meanings.flatMap((meaning) =>
      meaning.related.flatMap(({ id }, index) => {
        const field = `related.${index}.id`;
        const file = fileOf(meaning.id);
        if (id === meaning.id)
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
        const pair = [meaning.id, id].sort().join(' and ');
        const first = stated.get(pair);
        stated.set(pair, file);
        return first === undefined
          ? []
          : [
              {
                file,
                field,
                message: `the pair ${pair} is already stated in ${first}.`,
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

const confusionTargets: Rule = {
  name: 'look-alikes that are ours exist and are not related codes as well',
  why: 'A dangling id would become a dead link, and a page says each thing once.',
  check: ({ meanings }) => {
    const known = new Set(meanings.map(({ id }) => id));
    const pairs = new Set(
      meanings.flatMap(({ id, related }) =>
        related.map((other) => [id, other.id].sort().join(' ')),
      ),
    );
    return meanings.flatMap((meaning) =>
      meaning.confusions.flatMap(({ id }, index) => {
        if (id === undefined) return [];
        const field = `confusions.${index}.id`;
        const file = fileOf(meaning.id);
        if (id === meaning.id)
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
        return pairs.has([id, meaning.id].sort().join(' '))
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

const codesAreCanonical: Rule = {
  name: 'file names are canonical',
  why: 'The file name is the address: 7014, not 07014.',
  check: ({ meanings, undocumented }) => [
    ...meanings
      .filter(({ kind, code }) => kind === 'code' && !isNumber(code))
      .map(({ id, code }) => ({
        file: fileOf(id),
        field: '',
        message: `"${code}" is not a number without leading zeros, and the file is not a range.`,
        fix: 'name the file after the number, or set "kind: range" with its spans.',
      })),
    ...undocumented
      .filter(({ number }) => !isNumber(number))
      .map(({ number }) => ({
        file: 'content/undocumented.yaml',
        field: number,
        message: `"${number}" has a leading zero.`,
        fix: 'write the number without it.',
      })),
  ],
};

/** Spans that can be read; what cannot is reported by {@link rangesAreClear}. */
function readSpans(texts: readonly string[]): Span[] | string {
  try {
    return parseSpans(texts);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const rangesAreClear: Rule = {
  name: 'ranges can be read, and those of a family nest or are apart',
  why: 'A number must fall into one range, or into one inside another.',
  check: ({ meanings, classes, neighbours }) => {
    const problems: Problem[] = [];
    const unreadable = (file: string, field: string, message: string) =>
      problems.push({
        file,
        field,
        message: `${message}.`,
        fix: 'write spans such as "400-499", lower end first.',
      });
    const ranges = meanings.flatMap((meaning) => {
      if (meaning.kind !== 'range') return [];
      const spans = readSpans(meaning.spans);
      if (typeof spans !== 'string') return [{ ...meaning, read: spans }];
      unreadable(fileOf(meaning.id), 'spans', spans);
      return [];
    });
    for (const { id, spans } of classes) {
      const read = readSpans(spans);
      if (typeof read === 'string') unreadable('content/classes.yaml', `${id}.spans`, read);
    }
    for (const { numbers } of neighbours.numbers) {
      const read = readSpans(numbers);
      if (typeof read === 'string') unreadable('content/neighbours.yaml', numbers.join(', '), read);
    }
    ranges.forEach((range, index) => {
      for (const other of ranges.slice(0, index))
        if (other.family === range.family && !nestOrDisjoint(other.read, range.read))
          problems.push({
            file: fileOf(range.id),
            field: 'spans',
            message: `overlaps with the range ${other.id} without lying inside it.`,
            fix: 'make the spans disjoint, or put one range inside the other.',
          });
    });
    return problems;
  },
};

const sourcesExistAndAreUsed: Rule = {
  name: 'sources exist and are used',
  why: 'A statement without a source is a rumour; a source without a statement is a leftover.',
  check: (content) => {
    const known = new Set(content.sources.map(({ id }) => id));
    const used = new Map<string, string>();
    const use = (source: string, file: string) => {
      if (!used.has(source)) used.set(source, file);
    };
    for (const meaning of content.meanings)
      for (const source of sourcesOf(meaning)) use(source, fileOf(meaning.id));
    for (const { family, statements, look } of content.families)
      for (const { source } of [...statements, ...look])
        use(source, `content/families/${family}.yaml`);
    for (const { statements, unlisted } of content.classes)
      for (const { source } of [...statements, ...unlisted])
        if (source !== undefined) use(source, 'content/classes.yaml');
    for (const { source } of content.undocumented) use(source, 'content/undocumented.yaml');
    for (const { source } of [
      ...content.neighbours.numbers,
      ...Object.values(content.neighbours.systems),
    ])
      use(source, 'content/neighbours.yaml');
    for (const { source } of content.terms) use(source, 'content/glossary.yaml');
    for (const { id, cited } of content.guides)
      for (const source of cited) use(source, `src/content/docs/guides/${id}.mdx`);
    for (const { id, cited } of content.loosePages)
      for (const source of cited) use(source, `src/content/docs/${id}.mdx`);
    return [
      ...[...used]
        .filter(([source]) => !known.has(source))
        .map(([source, file]) => ({
          file,
          field: 'source',
          message: `names the source "${source}", which content/sources.yaml does not have.`,
          fix: 'correct the id, or add the source.',
        })),
      ...[...known]
        .filter((source) => !used.has(source))
        .map((source) => ({
          file: 'content/sources.yaml',
          field: source,
          message: 'no statement rests on this source.',
          fix: 'remove it, or name it where it is used.',
        })),
    ];
  },
};

const guidesExistAndAreUsed: Rule = {
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
            fix: `use one of ${[...known].join(', ')}.`,
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

const termsLeadSomewhere: Rule = {
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

const undocumentedStaysOutside: Rule = {
  name: 'undocumented numbers have no entry',
  why: 'When a number becomes documented, its note beside the source is out of date.',
  check: ({ undocumented, meanings, neighbours }) => [
    ...undocumented
      .filter(({ family, number }) => meanings.some(({ id }) => id === meaningIdOf(family, number)))
      .map(({ family, number }) => ({
        file: 'content/undocumented.yaml',
        field: `${family} ${number}`,
        message: 'the number has a page of its own.',
        fix: 'remove it here.',
      })),
    ...neighbours.numbers
      .filter(({ system }) => neighbours.systems[system] === undefined)
      .map(({ system, numbers }) => ({
        file: 'content/neighbours.yaml',
        field: numbers.join(', '),
        message: `there is no system "${system}".`,
        fix: `use one of ${Object.keys(neighbours.systems).join(', ')}.`,
      })),
  ],
};

const bodiesHaveNoHeadings: Rule = {
  name: 'bodies have no headings',
  why: 'The page writes all headings, so that ids and levels fit where a number has several meanings.',
  check: ({ meanings }) =>
    meanings
      .filter(({ body }) => /^#{1,6} /m.test(body))
      .map(({ id }) => ({
        file: fileOf(id),
        field: 'body',
        message: 'holds a heading.',
        fix: 'move the facts into the front matter, or drop the heading.',
      })),
};

const words = (statement: string): string[] =>
  plainText(statement)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const triples = (statement: string): Set<string> => {
  const all = words(statement);
  return new Set(all.slice(2).map((word, index) => `${all[index]} ${all[index + 1]} ${word}`));
};

/**
 * Two sentences count as one from this share on of the triples of the shorter that both hold: every word
 * moved or changed costs three triples.
 */
const SAME_SENTENCE = 0.6;

type Statement = {
  readonly id: string;
  readonly field: string;
  readonly position: number;
  readonly triples: ReadonlySet<string>;
};

const statementsOf = ({ causes, fix, check, meaning, firstStep }: Meaning) => [
  ...causes.map(({ text }, index) => ({ field: `causes.${index}`, text })),
  ...fix.map(({ text }, index) => ({ field: `fix.${index}`, text })),
  ...check.map(({ text }, index) => ({ field: `check.${index}`, text })),
  { field: 'meaning', text: meaning },
  { field: 'firstStep', text: firstStep },
];

/**
 * Statements that say the same on two pages: each later one with the first that it repeats.
 *
 * Each with each would take hours at 10,000 codes, and so nearly would all that share a triple, for some
 * stand on every page. Of the triples of a statement only the rarest are looked up, as many as there must
 * be for a longer twin to hold at least one of them.
 */
function twinsAmong(statements: readonly Statement[]): Map<Statement, Statement> {
  const holders = new Map<string, Statement[]>();
  for (const statement of statements)
    for (const triple of statement.triples) {
      const known = holders.get(triple);
      if (known) known.push(statement);
      else holders.set(triple, [statement]);
    }
  const holdersOf = (triple: string) => holders.get(triple) ?? [];
  const firstOf = new Map<Statement, Statement>();
  for (const statement of statements) {
    const { size } = statement.triples;
    const shared = Math.ceil(SAME_SENTENCE * size);
    const rarest = [...statement.triples]
      .sort((a, b) => holdersOf(a).length - holdersOf(b).length)
      .slice(0, size - shared + 1);
    for (const other of new Set(rarest.flatMap(holdersOf))) {
      if (other.id === statement.id || other.triples.size < size) continue;
      if (statement.triples.intersection(other.triples).size < shared) continue;
      const [first, later] =
        statement.position < other.position ? [statement, other] : [other, statement];
      if (first.position < (firstOf.get(later)?.position ?? Infinity)) firstOf.set(later, first);
    }
  }
  return firstOf;
}

const noFormLetters: Rule = {
  name: 'no statement stands on two pages',
  why: 'A page that reads like a form letter answers nobody.',
  check: ({ meanings }) => {
    const statements = meanings
      .flatMap((meaning) =>
        statementsOf(meaning).map(({ field, text }) => ({
          id: meaning.id,
          field,
          triples: triples(text),
        })),
      )
      .map((statement, position) => ({ ...statement, position }));
    return [...twinsAmong(statements)].map(([statement, first]) => ({
      file: fileOf(statement.id),
      field: statement.field,
      message: `says almost the same as ${fileOf(first.id)} (${first.field}).`,
      fix: 'say what is particular to this code, or leave it out.',
    }));
  },
};

export const RULES: readonly Rule[] = [
  familiesAreComplete,
  everyRowHasAnEntry,
  everyEntryHasItsRow,
  codesAreCanonical,
  nothingStandsTwice,
  relatedTargets,
  confusionTargets,
  rangesAreClear,
  sourcesExistAndAreUsed,
  guidesExistAndAreUsed,
  termsLeadSomewhere,
  undocumentedStaysOutside,
  bodiesHaveNoHeadings,
  noFormLetters,
];
