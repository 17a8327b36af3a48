/** The verbatim columns of a meaning, as its family's table has them. */
import { familyOf } from './families.ts';
import type { Meaning } from './schema.ts';

const asText = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : (value ?? []).join(', ');

/** The columns by name, keyed as in `content/source-tables.yaml`; of a range, its condition stands for the code. */
export function columnsOf(meaning: Meaning): Record<string, string> {
  return Object.fromEntries(
    Object.entries(familyOf(meaning.family).columns).map(([column, field]) => {
      if (field === 'code') return [column, meaning.condition ?? meaning.code];
      const value = meaning[field];
      return [column, asText(field === 'variants' ? [] : (value as string | string[] | undefined))];
    }),
  );
}

/** The column that names the row: the code, or the condition of a range. */
export function rowKey(meaning: Meaning): string {
  return meaning.condition ?? meaning.code;
}
