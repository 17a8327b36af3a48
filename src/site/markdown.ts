/** Pages as Markdown for terminals and assistants: the same view as the HTML, every link absolute. */
import type { Catalogue, CodePage } from '../domain/codes/catalogue.ts';
import { gapAfter, inlineTokens } from '../domain/codes/inline-text.ts';
import { codePageView, type CodePageView } from './code-page.ts';
import type { ViewWords } from '../words/en/views.ts';
import type { Edition } from './edition.ts';
import type { Block, EntryView, PairView, StatementView } from './entry-view.ts';
import {
  absolute,
  catalogueJsonPath,
  codePath,
  codesPath,
  guidePath,
  jsonPath,
  markdownPath,
  schemaPath,
  glossaryPath,
  aboutPath,
  llmsFullPath,
} from './urls.ts';

/** Plain parts lose their power as markup; code stays as it is, since nothing in it is markup. */
const inline = (text: string): string =>
  inlineTokens(text)
    .map(({ kind, value }) => {
      if (kind === 'code') return `\`${value}\``;
      // Behind the asterisks `>` begins no quotation.
      return kind === 'strong'
        ? `**${value.replace(/[*_<[\]\\#|]/g, String.raw`\$&`)}**`
        : value.replace(/[*_<>[\]\\#|]/g, String.raw`\$&`);
    })
    .join('');

const link = (site: URL, path: string, label: string): string =>
  `[${inline(label)}](${absolute(site, path)})`;

const statement = (words: ViewWords, { text, mark, cite }: StatementView): string =>
  mark === null && cite === null
    ? inline(text)
    : inline(text) +
      words.aside([mark?.label, cite && `[${cite.number}]`].filter(Boolean).join(' '));

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
const steps = (lines: readonly string[]): string =>
  lines.map((line, index) => `${index + 1}. ${line}`).join('\n');

/** Blocks with an empty line between them; what is false or empty is left out. */
const blocks = (parts: readonly (string | false)[]): string =>
  `${parts.filter((part) => part !== false && part !== '').join('\n\n')}\n`;

/** `/codes/<code>.md` */
export function codeMarkdown(
  catalogue: Catalogue,
  edition: Edition,
  site: URL,
  page: CodePage,
): string {
  const view = codePageView(catalogue, edition, page);
  return blocks([
    `# ${inline(view.title)}`,
    `<${absolute(site, edition.path(codePath(view.code)))}>`,
    ...view.entries.map((entry) => entryMarkdown(edition, site, view, entry)),
    ...view.cards.flatMap(({ origin, where, title, stated, path }) =>
      stated !== null
        ? [
            `## ${inline(origin + where)}`,
            statement(edition.words, { text: title, mark: stated.mark, cite: null }),
            inline(stated.further),
            link(site, path, edition.words.pages.notOurCodes),
          ]
        : [],
    ),
    view.beside.length > 0 && `## ${edition.words.elsewhere}`,
    view.beside.length > 0 &&
      bullets(
        view.beside.map(
          ({ statement: said, further, more }) =>
            statement(edition.words, said) +
            (further && gapAfter(said.text) + inline(further)) +
            (more === null
              ? ''
              : gapAfter(said.text) + link(site, more, edition.words.neighbour.more)),
        ),
      ),
  ]);
}

function entryMarkdown({ words }: Edition, site: URL, page: CodePageView, view: EntryView): string {
  const several = page.cards.length > 0;
  const { stop, gap } = words.punctuation;
  const heading = (text: string) => `${several ? '###' : '##'} ${text}`;
  return blocks([
    several && `## ${inline(view.heading)}`,
    inline(view.lead),
    view.standing !== null && inline(view.standing),
    bullets([
      ...view.facts.map(({ label, value, parts, id }) =>
        [words.labelled(label, inline(value)), ...(id === 'retry' ? parts : [])].join(stop + gap),
      ),
      ...(view.place === null ? [] : [view.place.text]),
      ...(view.firstStep === null ? [] : [words.labelled(words.firstStep, inline(view.firstStep))]),
    ]),
    ...view.sections.flatMap(({ heading: title, blocks: list }) => [
      heading(title),
      blocks(list.map((block) => blockMarkdown(site, words, block))).trim(),
    ]),
    view.guides.length > 0 && heading(words.goFurther),
    view.guides.length > 0 &&
      bullets(view.guides.map(({ path, label }) => link(site, path, label))),
    view.checked !== null && view.checked,
  ]).trim();
}

function blockMarkdown(site: URL, words: ViewWords, block: Block): string {
  const { labelled } = words;
  const said = (view: StatementView) => statement(words, view);
  switch (block.kind) {
    case 'note':
      return inline(block.text);
    case 'quote':
      return words.quotation(block.caption, inline(block.text));
    case 'causes':
      return steps(
        block.items.map((cause) =>
          [
            said(cause),
            ...(cause.seenWith === null
              ? []
              : [`   - ${labelled(words.seenWith, inline(cause.seenWith))}`]),
            ...(cause.tell === null ? [] : [`   - ${labelled(words.tell, inline(cause.tell))}`]),
            ...cause.fix.map((step) => `   - ${labelled(words.fixStep, said(step))}`),
          ].join('\n'),
        ),
      );
    case 'statements':
      return (block.ordered ? steps : bullets)(block.items.map(said));
    case 'pairs':
      return bullets(block.items.map((pair) => labelled(term(site, pair), said(pair.statement))));
    case 'logs':
      return blocks([
        inline(block.note),
        bullets(
          block.items.map(
            ({ label, parts, cite }) =>
              labelled(label, `\`${parts.join('')}\``) +
              (cite === null ? '' : words.aside(`[${cite.number}]`)),
          ),
        ),
      ]).trim();
    case 'links':
      return bullets(
        block.items.map(({ path, label, text }) =>
          [link(site, path, label), inline(text)].filter(Boolean).join(words.afterLink),
        ),
      );
    case 'sources':
      return steps(
        block.items.map(({ source, text }) =>
          [
            source.url ? `[${inline(source.title)}](${source.url})` : inline(source.title),
            text,
          ].join(words.punctuation.clause),
        ),
      );
  }
}

const term = (site: URL, { term: text, path }: PairView): string =>
  path === null ? inline(text) : link(site, path, text);

/** `/llms.txt`: what the site is, and where each code is as Markdown. */
export function llmsText(catalogue: Catalogue, edition: Edition, site: URL): string {
  const { words, path } = edition;
  const text = words.llms;
  const example = '7014';
  return blocks([
    `# ${words.siteName}`,
    `> ${text.what}`,
    text.where({
      json: absolute(site, path(catalogueJsonPath)),
      schema: absolute(site, schemaPath),
      full: absolute(site, path(llmsFullPath)),
      oneJson: absolute(site, path(jsonPath(example))),
      oneMarkdown: absolute(site, path(markdownPath(example))),
    }),
    text.several,
    text.retry,
    `## ${words.pages.codes}`,
    bullets(
      catalogue.pages
        .filter(({ meanings, http }) => meanings.length > 0 || http?.own === true)
        .map((page) => {
          const { title, entries } = codePageView(catalogue, edition, page);
          const facts = entries
            .map(({ origin, title: name, facts: [actor, retry] }) =>
              [
                words.labelled(origin, inline(name)),
                actor && words.labelled(actor.label, actor.value),
                retry &&
                  words.labelled(
                    retry.label,
                    [retry.value, ...retry.parts].join(words.punctuation.clause),
                  ),
              ]
                .filter(Boolean)
                .join(words.punctuation.semicolon),
            )
            .join(' | ');
          return words.labelled(link(site, path(markdownPath(page.code)), title), facts);
        }),
    ),
    `## ${words.pages.guides}`,
    bullets(catalogue.guides.map(({ id, title }) => link(site, path(guidePath(id)), title))),
    `## ${text.optional}`,
    bullets([
      link(site, path(codesPath), words.pages.codes),
      link(site, path(glossaryPath), words.pages.glossary),
      link(site, path(aboutPath), words.pages.about),
    ]),
  ]);
}

/**
 * `/llms-full.txt`: every code page with a meaning, one after the other. In parts, because with thousands
 * of codes the whole is a hundred megabytes.
 */
export function* llmsFullText(
  catalogue: Catalogue,
  edition: Edition,
  site: URL,
): Generator<string, void> {
  let divider = '';
  for (const page of catalogue.pages) {
    if (page.meanings.length === 0 && page.http?.own !== true) continue;
    yield divider + codeMarkdown(catalogue, edition, site, page);
    divider = '\n---\n\n';
  }
}
