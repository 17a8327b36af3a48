/** What changed in the data: for the page, and as an Atom feed. */
import type { Catalogue } from '../domain/codes/catalogue.ts';
import { plainText } from '../domain/codes/inline-text.ts';
import { codeLabel } from './code-class.ts';
import type { Edition } from './edition.ts';
import { absolute, changesFeedPath, changesPath, codePath, meaningPath } from './urls.ts';

export type ChangeView = {
  /** The id of its place on the page; stays the same when newer changes come. */
  readonly id: string;
  readonly date: string;
  readonly day: string;
  readonly text: string;
  /** The codes that it concerns, by their table, and the HTTP statuses. */
  readonly tables: readonly {
    readonly name: string;
    readonly codes: readonly { readonly label: string; readonly path: string }[];
  }[];
};

/** The changes, newest first. */
export function changesView(catalogue: Catalogue, edition: Edition): ChangeView[] {
  const { changes } = catalogue;
  const { words, path } = edition;
  return changes.map(({ date, codes, statuses, text }, index) => ({
    id: `change-${changes.length - index}`,
    date,
    day: words.date(date),
    text,
    tables: [
      ...Map.groupBy(
        codes.map((id) => catalogue.meaning(id)),
        ({ family }) => family,
      ),
    ]
      .map(([family, meanings]) => ({
        name: words.families[family].name,
        codes: meanings.map(({ id, code }) => ({
          label: codeLabel(edition, code),
          path: path(meaningPath(id)),
        })),
      }))
      .concat(
        statuses.length === 0
          ? []
          : {
              name: words.http.name,
              codes: statuses.map((code) => ({
                label: code,
                path: path(`${codePath(code)}#http`),
              })),
            },
      ),
  }));
}

const escaped = (text: string): string =>
  text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The same as Atom (RFC 4287). */
export function changesFeed(catalogue: Catalogue, edition: Edition, site: URL): string {
  const { words, language, path } = edition;
  const page = absolute(site, path(changesPath));
  const entries = changesView(catalogue, edition);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language.tag}">
  <title>${escaped(words.labelled(words.siteName, words.pages.changes))}</title>
  <id>${escaped(page)}</id>
  <link href="${escaped(page)}"/>
  <link rel="self" href="${escaped(absolute(site, path(changesFeedPath)))}"/>
  <updated>${entries[0]?.date ?? '2026-11-23'}T00:00:00Z</updated>
  <author><name>${escaped(words.siteName)}</name></author>
${entries
  .map(
    ({ id, date, text }) => `  <entry>
    <title>${escaped(plainText(text))}</title>
    <id>${escaped(`${page}#${id}`)}</id>
    <link href="${escaped(`${page}#${id}`)}"/>
    <updated>${date}T00:00:00Z</updated>
    <content>${escaped(plainText(text))}</content>
  </entry>`,
  )
  .join('\n')}
</feed>
`;
}
