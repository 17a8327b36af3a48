/** Makes pages of content that has problems, so that a development server can show all that is in order. */
import { sourcesOf, type Content } from '../domain/codes/catalogue.ts';
import { parseSpans } from '../domain/codes/range.ts';
import { httpEntries, statementsOfHttp } from '../domain/codes/rules/http.ts';

/** The content without ranges that cannot be read and without links to what is not there. */
export function withoutDangling(content: Content): Content {
  const meanings = content.meanings.filter(({ spans }) => spans === undefined || readable(spans));
  const codes = new Set(meanings.map(({ id }) => id));
  const guides = new Set(content.guides.map(({ id }) => id));
  const exists = ({ id }: { readonly id: string }) => codes.has(id);
  const withCodes = <T extends { readonly codes: readonly string[] }>(item: T): T => ({
    ...item,
    codes: item.codes.filter((id) => codes.has(id)),
  });
  const linked = <T extends Pick<Content['meanings'][number], 'related' | 'confusions'>>(
    item: T,
  ): T => ({
    ...item,
    related: item.related.filter(exists),
    confusions: item.confusions.map(({ id, ...confusion }) =>
      id === undefined || !codes.has(id) ? confusion : { ...confusion, id },
    ),
  });
  const { statuses, classes } = content.http;
  return {
    ...content,
    meanings: meanings.map((meaning) => ({
      ...linked(meaning),
      guides: meaning.guides.filter((id) => guides.has(id)),
    })),
    classes: content.classes.filter(({ spans }) => readable(spans)),
    http: {
      ...content.http,
      statuses: Object.fromEntries(
        Object.entries(statuses).map(([status, facts]) => [status, linked(facts)]),
      ),
      classes: classes.filter(({ spans }) => readable(spans)).map(linked),
    },
    neighbours: {
      ...content.neighbours,
      numbers: content.neighbours.numbers
        .filter(({ numbers }) => readable(numbers))
        .map((entry) => ({ ...entry, leadsTo: entry.leadsTo.filter((id) => codes.has(id)) })),
    },
    changes: content.changes.map(withCodes),
    terms: content.terms.map(withCodes),
    sources: [...content.sources, ...missingSources(content)],
  };
}

function readable(spans: readonly string[]): boolean {
  try {
    parseSpans(spans);
    return true;
  } catch {
    return false;
  }
}

/** Sources that statements name and the list lacks, by their ids. */
function missingSources({
  meanings,
  families,
  classes,
  http,
  neighbours,
  terms,
  ...rest
}: Content) {
  const known = new Set(rest.sources.map(({ id }) => id));
  const named = [
    ...meanings.flatMap(sourcesOf),
    ...[
      ...families.flatMap(({ statements, look }) => [...statements, ...look]),
      ...classes.flatMap(({ statements, unlisted }) => [...statements, ...unlisted]),
      ...httpEntries(http).flatMap(statementsOfHttp),
      ...neighbours.numbers,
      ...Object.values(neighbours.systems),
      ...Object.values(neighbours.systems).flatMap(({ statements }) => statements),
      ...terms,
    ].flatMap(({ source }) => source ?? []),
    ...[...rest.guides, ...rest.loosePages].flatMap(({ cited }) => cited),
  ];
  return [...new Set(named)]
    .filter((id) => !known.has(id))
    .map((id) => ({ id, title: id, kind: 'secondary' as const }));
}
