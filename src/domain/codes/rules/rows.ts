/** Rules on the rows of the source tables and their entries. */
import { labelsOf } from '../catalogue.ts';
import { isNumber, meaningIdOf } from '../code-id.ts';
import { columnsOf, rowKey } from '../columns.ts';
import { FAMILIES, familyOf, type Family } from '../families.ts';
import { fileOf, type Problem, type Rule } from './problem.ts';

const rowId = (family: Family, key: string): string => `${family} ${key}`;

/** The code column of a row: the first one. */
const keyOf = (family: Family, row: Readonly<Record<string, string>>): string => {
  const column = Object.entries(familyOf(family).columns).find(([, field]) => field === 'code');
  return row[column?.[0] ?? ''] ?? '';
};

/** The field of an entry that a column is written in. */
const fieldOf = (family: Family, column: string): string => {
  const field = familyOf(family).columns[column] ?? column;
  return field === 'code' ? 'condition' : field;
};

export const familiesAreComplete: Rule = {
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

/** A row of a source table has an entry, and an entry that claims to be a row has one. */
export const everyRowHasAnEntry: Rule = {
  name: 'every row of the source has an entry',
  why: 'A code that is published keeps its page.',
  check: ({ meanings, sourceTables }) => {
    const entries = new Set(
      meanings
        .filter(({ standing }) => standing !== 'undocumented')
        .map((meaning) => rowId(meaning.family, rowKey(meaning))),
    );
    return FAMILIES.flatMap((family) =>
      (sourceTables[family] ?? [])
        .map((row) => keyOf(family, row))
        .filter((key) => !entries.has(rowId(family, key)))
        .map((key) => ({
          file: isNumber(key) ? fileOf(meaningIdOf(family, key)) : `content/codes/${family}`,
          field: '',
          message: `the source has the ${family} row "${key}", but no entry is written for it.`,
          fix: isNumber(key)
            ? `add ${fileOf(meaningIdOf(family, key))}, or restore it if it was deleted.`
            : `add a file with "condition: ${key}" to content/codes/${family}.`,
        })),
    );
  },
};

export const everyEntryHasItsRow: Rule = {
  name: 'every entry is in the source, word for word, or says that it is not documented',
  why: 'People search for the official words, and no code may be invented.',
  check: ({ meanings, sourceTables }) => {
    const rows = new Map(
      FAMILIES.flatMap((family) =>
        (sourceTables[family] ?? []).map(
          (row) => [rowId(family, keyOf(family, row)), row] as const,
        ),
      ),
    );
    return meanings.flatMap((meaning): Problem[] => {
      const { family, id, standing } = meaning;
      const file = fileOf(id);
      const row = rows.get(rowId(family, rowKey(meaning)));
      if (standing === 'undocumented')
        return row
          ? [
              {
                file,
                field: 'standing',
                message: `is undocumented, but the ${family} table has the row "${rowKey(meaning)}".`,
                fix: 'write the entry as a row of the table.',
              },
            ]
          : [];
      if (standing !== familyOf(family).standing)
        return [
          {
            file,
            field: 'standing',
            message: `a row of the ${family} table cannot be ${standing}.`,
            fix: `write "${familyOf(family).standing}", or "undocumented" where no table lists the number.`,
          },
        ];
      if (!row)
        return [
          {
            file,
            field: meaning.kind === 'range' ? 'condition' : '',
            message: `the ${family} table of the source has no row "${rowKey(meaning)}".`,
            fix: 'correct the name, or write "standing: undocumented" if only an SDK knows the number.',
          },
        ];
      const columns = columnsOf(meaning);
      return Object.entries(row)
        .filter(([column, text]) => columns[column] !== text)
        .map(([column, text]) => ({
          file,
          field: fieldOf(family, column),
          message: `differs from the source's ${column} column.`,
          fix: `write exactly: ${text}`,
        }));
    });
  },
};

export const nothingIsListedTwice: Rule = {
  name: 'nothing is listed twice',
  why: 'Of two entries for one thing the page would show one and lose the other.',
  check: ({ meanings, sourceTables, neighbours, terms }) => [
    ...repeated(
      meanings.map((meaning) => ({
        file: fileOf(meaning.id),
        field: '',
        what: `the ${meaning.family} row "${rowKey(meaning)}"`,
      })),
    ),
    ...FAMILIES.flatMap((family) =>
      repeated(
        (sourceTables[family] ?? []).map((row, position) => ({
          file: 'content/source-tables.yaml',
          field: `${family}.${position}`,
          what: `the ${family} row "${keyOf(family, row)}"`,
        })),
      ),
    ),
    ...repeated(
      neighbours.numbers.flatMap((entry, position) =>
        labelsOf(entry).map((label) => ({
          file: 'content/neighbours.yaml',
          field: `numbers.${position}`,
          what: `${entry.system} ${label}`,
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
        message: `${what} is listed ${where} already.`,
        fix: 'remove one of the two, or correct its number.',
      },
    ];
  });
}

export const codesAreCanonical: Rule = {
  name: 'file names are canonical',
  why: 'The file name is the address: 7014, not 07014.',
  check: ({ meanings }) =>
    meanings
      .filter(({ kind, code }) => kind === 'code' && !isNumber(code))
      .map(({ id, code }) => ({
        file: fileOf(id),
        field: '',
        message: `"${code}" is not a number without leading zeros, and the file is not a range.`,
        fix: 'name the file after the number, or set "kind: range" with its spans.',
      })),
};
