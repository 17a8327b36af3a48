/** Rules on sources and on what rests on them. */
import { sourcesOf } from '../catalogue.ts';
import { httpEntries, statementsOfHttp } from './http.ts';
import { fileOf, type Rule } from './problem.ts';

export const sourcesExistAndAreUsed: Rule = {
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
    for (const { source } of [
      ...content.neighbours.numbers,
      ...Object.values(content.neighbours.systems),
      ...Object.values(content.neighbours.systems).flatMap(({ statements }) => statements),
    ])
      use(source, 'content/neighbours.yaml');
    for (const entry of httpEntries(content.http))
      for (const { source } of statementsOfHttp(entry))
        if (source !== undefined) use(source, 'content/http.yaml');
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
