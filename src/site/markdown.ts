/** Pages as Markdown for terminals and assistants: the same view as the HTML, every link absolute. */
import type { Catalogue, CodePage } from '../domain/codes/catalogue.ts';
import { inlineTokens } from '../domain/codes/inline-text.ts';
import {
  codePageView,
  type CodePageView,
  type MeaningView,
  type StatementView,
} from './code-page.ts';
import { dateText, HOP_SENTENCES, NAME_LABELS } from './labels.ts';
import {
  absolute,
  codePath,
  codesPath,
  guidePath,
  jsonPath,
  markdownPath,
  catalogueJsonPath,
  schemaPath,
} from './urls.ts';

/** Plain parts lose their power as markup; code parts stay code. */
const inline = (text: string): string =>
  inlineTokens(text)
    .map(({ kind, value }) =>
      kind === 'code' ? `\`${value}\`` : value.replace(/[*_<>[\]\\#|]/g, String.raw`\$&`),
    )
    .join('');

const link = (site: URL, path: string, label: string): string =>
  `[${label.replace(/[[\]\\]/g, String.raw`\$&`)}](${absolute(site, path)})`;

const statement = ({ text, basis, cite }: StatementView): string =>
  [
    inline(text),
    ...(basis === undefined && cite === undefined
      ? []
      : [`(${[basis, cite && `source ${cite.number}`].filter(Boolean).join(', ')})`]),
  ].join(' ');

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
const steps = (lines: readonly string[]): string =>
  lines.map((line, index) => `${index + 1}. ${line}`).join('\n');

/** `/codes/<code>.md` */
export function codeMarkdown(catalogue: Catalogue, site: URL, page: CodePage): string {
  const view = codePageView(catalogue, page);
  return blocks([
    `# ${inline(view.title)}`,
    `Page: <${absolute(site, codePath(view.code))}>`,
    ...view.meanings.map((meaning) => meaningMarkdown(site, view, meaning)),
    view.absent.length > 0 && '## The same number elsewhere',
    view.absent.length > 0 && bullets(view.absent.map(({ text }) => inline(text))),
  ]);
}

/** Blocks with an empty line between them; what is false or empty is left out. */
const blocks = (parts: readonly (string | false)[]): string =>
  `${parts.filter((part) => part !== false && part !== '').join('\n\n')}\n`;

function meaningMarkdown(site: URL, page: CodePageView, view: MeaningView): string {
  const { meaning } = view;
  const several = page.meanings.length > 1;
  const heading = (text: string) => `${several ? '###' : '##'} ${text}`;
  const section = (text: string, body: string): (string | false)[] =>
    body === '' ? [] : [heading(text), body];
  const official =
    meaning.family === 'android' || meaning.family === 'ios'
      ? `The source says, word for word: "${inline(meaning.official)}"`
      : '';
  const perProtocol =
    meaning.family === 'service'
      ? bullets(
          meaning.perProtocol.map(
            ({ protocols, text }) => `${protocols.join(', ')}: ${inline(text)}`,
          ),
        )
      : '';
  return blocks([
    several && `## ${view.familyLabel} ${meaning.code}: ${inline(meaning.title)}`,
    inline(meaning.meaning),
    bullets([
      `Family: ${view.familyLabel}`,
      ...view.facts.map(
        ({ label, value, why }) => `${label}: ${inline(value)}${why ? `. ${inline(why)}` : ''}`,
      ),
      HOP_SENTENCES[view.hop],
      `First: ${inline(meaning.firstStep)}`,
    ]),
    ...section('Likely causes', blocks([perProtocol, steps(view.causes.map(statement))]).trim()),
    ...section('Fix', steps(view.fix.map(statement))),
    ...section('Where to look', bullets(view.look.map(statement))),
    ...section('Check that it is fixed', bullets(view.check.map(statement))),
    ...section(
      'In a log',
      bullets(view.logs.map(({ label, example }) => `${label}: \`${example}\``)),
    ),
    ...section(
      'Related codes',
      bullets(
        view.related.map(({ path, label, text }) => `${link(site, path, label)}. ${inline(text)}`),
      ),
    ),
    ...section(
      'Easily confused with',
      bullets(
        view.confusions.map(
          (confusion) =>
            `${confusion.path === null ? inline(confusion.with) : link(site, confusion.path, confusion.with)}: ${statement(confusion)}`,
        ),
      ),
    ),
    ...section('Not known', bullets(meaning.unknowns.map(inline))),
    ...section(
      'Go further',
      bullets(view.guides.map(({ path, label }) => link(site, path, label))),
    ),
    ...section(
      'Names and sources',
      blocks([
        official,
        bullets(view.remarks.map(statement)),
        bullets(meaning.names.map(({ kind, text }) => `${NAME_LABELS[kind]}: ${inline(text)}`)),
        steps(
          view.sources.map(
            ({ source }) =>
              `${source.url ? `[${inline(source.title)}](${source.url})` : inline(source.title)}, ${source.kind}, ${source.date ? dateText(source.date) : 'undated'}`,
          ),
        ),
        `Last checked on ${dateText(meaning.checked)}.`,
      ]).trim(),
    ),
  ]).trim();
}

/** `/llms.txt`: what the site is, and where each code stands as Markdown. */
export function llmsText(catalogue: Catalogue, site: URL): string {
  return blocks([
    '# MGS result codes',
    '> What each result code of Mobile Gateway Service (MGS, part of mPaaS) means, who has to act, whether a retry helps, how to fix it and how to check. An independent site; every statement names its source.',
    `All codes as JSON: <${absolute(site, catalogueJsonPath)}>, described by <${absolute(site, schemaPath)}>. All pages in one text: <${absolute(site, '/llms-full.txt')}>. One number: \`${absolute(site, jsonPath('7014'))}\` or \`${absolute(site, markdownPath('7014'))}\`.`,
    'A number can mean different things on different platforms. Say which family a meaning is from, and do not explain a number that is not listed here as if it were.',
    '## Codes',
    bullets(
      catalogue.pages.map((page) => {
        const { title, meanings } = codePageView(catalogue, page);
        const facts = meanings
          .map(
            ({ familyLabel, meaning, facts: [actor, retry] }) =>
              `${familyLabel}: ${inline(meaning.title)} (${actor?.value} acts; retry: ${retry?.value.toLowerCase()})`,
          )
          .join('; ');
        return `${link(site, markdownPath(page.code), title)}: ${facts}`;
      }),
    ),
    '## Guides',
    bullets(catalogue.guides.map(({ id, title }) => link(site, guidePath(id), title))),
    '## Optional',
    bullets([
      link(site, codesPath, 'All codes in one table'),
      link(site, '/glossary', 'Glossary'),
      link(site, '/about', 'What the site rests on, with its gaps'),
    ]),
  ]);
}

/** `/llms-full.txt`: every code page, one after the other. */
export const llmsFullText = (catalogue: Catalogue, site: URL): string =>
  catalogue.pages.map((page) => codeMarkdown(catalogue, site, page)).join('\n---\n\n');
