import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readContent } from '../../src/pipeline/read-content.ts';
import type { Content } from '../../src/domain/codes/catalogue.ts';
import { formatProblem, type Problem } from '../../src/domain/codes/rules/problem.ts';
import { findProblems, RULES } from '../../src/domain/codes/rules/index.ts';
import type { Meaning } from '../../src/domain/codes/schema.ts';

const { content: real } = readContent(fileURLToPath(new URL('../../', import.meta.url)));

/** Changes a copy of the real content in one place. */
type Change = (content: Content) => Content;

type Fixture = {
  readonly rule: string;
  /** Changes that come close and still are in order. */
  readonly passing: readonly { readonly what: string; readonly change: Change }[];
  readonly failing: readonly {
    readonly what: string;
    readonly change: Change;
    readonly file: string;
    readonly field: string;
    readonly message: RegExp;
    readonly fix: RegExp;
    /** Rules that cannot but notice the same change. */
    readonly alsoReportedBy?: readonly string[];
  }[];
};

function found<T>(value: T | undefined): T {
  assert.ok(value !== undefined, 'the fixture needs something that the content no longer has');
  return value;
}

/** Changes one meaning. */
const editing =
  <M extends Meaning = Meaning>(id: string, edit: (meaning: M) => void): Change =>
  (content) => {
    edit(found(content.meanings.find((meaning): meaning is M => meaning.id === id)));
    return content;
  };

const withoutMeanings =
  (leaves: (meaning: Meaning) => boolean): Change =>
  (content) => ({ ...content, meanings: content.meanings.filter((meaning) => !leaves(meaning)) });

/** Android 1 is related to nothing and nothing leads to it: changes of it stay without consequences. */
const LONER = 'android/1';
const LONER_FILE = 'content/codes/android/1.md';

type Android = Extract<Meaning, { family: 'android' }>;
type Service = Extract<Meaning, { family: 'service' }>;
type Ios = Extract<Meaning, { family: 'ios' }>;

const withSpans = (id: string, spans: string[]): Change =>
  editing<Android>(id, (meaning) => {
    if (meaning.kind === 'range') meaning.spans = spans;
  });

const FIXTURES: readonly Fixture[] = [
  {
    rule: 'families are complete',
    passing: [
      {
        what: 'the families come in another order',
        change: (content) => ({ ...content, families: content.families.toReversed() }),
      },
    ],
    failing: [
      {
        what: 'a family has no file',
        change: (content) => ({
          ...content,
          families: content.families.filter(({ family }) => family !== 'service'),
        }),
        file: 'content/families/service.yaml',
        field: '',
        message: /the family "service" has no file/,
        fix: /restore content\/families\/service\.yaml/,
      },
      {
        what: 'a family has no code',
        change: withoutMeanings(({ family }) => family === 'service'),
        file: 'content/codes/service',
        field: '',
        message: /the family "service" has no code/,
        fix: /restore the files of content\/codes\/service/,
        alsoReportedBy: [
          'every row of the source has an entry',
          'related codes exist, are others, and are stated once',
          'look-alikes that are ours exist and are not related codes as well',
          'sources exist and are used',
          'terms lead to a page that explains their use',
        ],
      },
    ],
  },
  {
    rule: 'every row of the source has an entry',
    passing: [
      {
        what: 'the entries come in another order',
        change: (content) => ({ ...content, meanings: content.meanings.toSorted(byId) }),
      },
    ],
    failing: [
      {
        what: 'the file of a code was deleted',
        change: withoutMeanings(({ id }) => id === LONER),
        file: LONER_FILE,
        field: '',
        message: /the source has the android row "1", but no file stands for it/,
        fix: /add content\/codes\/android\/1\.md, or restore it/,
      },
      {
        what: 'the source gets a range that no file has',
        change: (content) => {
          content.sourceTables.android.push({ code: 'code ≥ 600', description: 'x', prompt: 'x' });
          return content;
        },
        file: 'content/codes/android',
        field: '',
        message: /the android row "code ≥ 600", but no file stands for it/,
        fix: /add a file with "condition: code ≥ 600"/,
      },
    ],
  },
  {
    rule: 'every entry stands in the source, word for word',
    passing: [
      {
        what: 'a title of our own changes',
        change: editing(LONER, (meaning) => {
          meaning.title = 'Nothing to send with';
        }),
      },
    ],
    failing: [
      {
        what: 'a gateway title is smoothed out',
        change: editing('gateway/7014', (meaning) => {
          meaning.title = 'Signature verification: missing sign parameter';
        }),
        file: 'content/codes/gateway/7014.md',
        field: 'title',
        message: /differs from the source's description column/,
        fix: /write exactly: Signature verification - missing sign parameter$/,
      },
      {
        what: 'a protocol is lost',
        change: editing<Service>('service/6004', (meaning) => {
          meaning.protocols = ['MPC', 'DUBBO'];
        }),
        file: 'content/codes/service/6004.md',
        field: 'protocols',
        message: /differs from the source's protocols column/,
        fix: /write exactly: HTTP, MPC, DUBBO$/,
      },
      {
        what: 'a prompt loses its full stop',
        change: editing<Android>(LONER, (meaning) => {
          meaning.prompt = meaning.prompt.slice(0, -1);
        }),
        file: LONER_FILE,
        field: 'prompt',
        message: /differs from the source's prompt column/,
        fix: /write exactly: Network error\. Please try again later\.$/,
      },
      {
        what: 'the spelling of a symbol is corrected',
        change: editing<Ios>('ios/9', (meaning) => {
          meaning.symbol = 'kDTRpcSizeControlError';
        }),
        file: 'content/codes/ios/9.md',
        field: 'symbol',
        message: /differs from the source's statusCode column/,
        fix: /write exactly: KDTRpcSizeControlError$/,
      },
      {
        what: 'the lost list of iOS 9 is smoothed over',
        change: editing<Ios>('ios/9', (meaning) => {
          meaning.official = meaning.official.replace(/:$/, '.');
        }),
        file: 'content/codes/ios/9.md',
        field: 'official',
        message: /differs from the source's meaning column/,
        fix: /delegated to the caller:$/,
      },
      {
        what: 'an entry has no row',
        change: (content) => ({
          ...content,
          sourceTables: {
            ...content.sourceTables,
            gateway: content.sourceTables.gateway.filter(({ code }) => code !== '8002'),
          },
        }),
        file: 'content/codes/gateway/8002.md',
        field: '',
        message: /the gateway table of the source has no row "8002"/,
        fix: /belong in content\/undocumented\.yaml/,
      },
      {
        what: 'the condition of a range is rewritten',
        change: editing<Android>('android/http-4xx', (meaning) => {
          if (meaning.kind === 'range') meaning.condition = '400 ≤ code < 500';
        }),
        file: 'content/codes/android/http-4xx.md',
        field: 'condition',
        message: /has no row "400 ≤ code < 500"/,
        fix: /remove or rename the file/,
        alsoReportedBy: ['every row of the source has an entry'],
      },
    ],
  },
  {
    rule: 'file names are canonical',
    passing: [
      {
        what: 'one more undocumented number is written without zeros',
        change: (content) => ({
          ...content,
          undocumented: [
            ...content.undocumented,
            { ...found(content.undocumented[0]), number: '7099' },
          ],
        }),
      },
    ],
    failing: [
      {
        what: 'a file name begins with a zero',
        change: (content) => {
          found(content.sourceTables.android.find(({ code }) => code === '1')).code = '01';
          return editing(LONER, (meaning) => {
            meaning.id = 'android/01';
            meaning.code = '01';
          })(content);
        },
        file: 'content/codes/android/01.md',
        field: '',
        message: /"01" is not a number without leading zeros/,
        fix: /name the file after the number/,
      },
      {
        what: 'an undocumented number begins with a zero',
        change: (content) => {
          found(content.undocumented[0]).number = '07099';
          return content;
        },
        file: 'content/undocumented.yaml',
        field: '07099',
        message: /"07099" has a leading zero/,
        fix: /write the number without it/,
      },
    ],
  },
  {
    rule: 'related codes exist, are others, and are stated once',
    passing: [
      {
        what: 'one more pair is stated on one of its pages',
        change: editing(LONER, (meaning) => {
          meaning.related.push({ id: 'service/6003', reason: 'Neither can be called.' });
        }),
      },
    ],
    failing: [
      {
        what: 'a code is related to itself',
        change: editing(LONER, (meaning) => {
          meaning.related = [{ id: LONER, reason: 'It is the same.' }];
        }),
        file: LONER_FILE,
        field: 'related.0.id',
        message: /related to itself/,
        fix: /remove the item/,
      },
      {
        what: 'a related code does not exist in that family',
        change: editing(LONER, (meaning) => {
          meaning.related = [{ id: 'android/7014', reason: 'Both are errors.' }];
        }),
        file: LONER_FILE,
        field: 'related.0.id',
        message: /there is no code "android\/7014"/,
        fix: /did you mean gateway\/7014\?/,
      },
      {
        what: 'a pair is stated on both of its pages',
        change: editing('gateway/7001', (meaning) => {
          meaning.related.push({ id: 'gateway/7014', reason: 'Both are about signing.' });
        }),
        file: 'content/codes/gateway/7014.md',
        field: 'related.0.id',
        message:
          /the pair gateway\/7001 and gateway\/7014 is already stated in content\/codes\/gateway\/7001\.md/,
        fix: /keep one of the two/,
      },
    ],
  },
  {
    rule: 'look-alikes that are ours exist and are not related codes as well',
    passing: [
      {
        what: 'one more look-alike, ours or not',
        change: editing(LONER, (meaning) => {
          meaning.confusions.push({
            with: 'Service 6003',
            text: 'Not a phone.',
            id: 'service/6003',
          });
          meaning.confusions.push({ with: 'A bus', text: 'Another transport.' });
        }),
      },
    ],
    failing: [
      {
        what: 'a look-alike is the code itself',
        change: editing(LONER, (meaning) => {
          meaning.confusions = [{ with: 'Android 1', text: 'The same.', id: LONER }];
        }),
        file: LONER_FILE,
        field: 'confusions.0.id',
        message: /points to itself/,
        fix: /remove the item/,
      },
      {
        what: 'a look-alike does not exist',
        change: editing(LONER, (meaning) => {
          meaning.confusions = [{ with: 'iOS 7', text: 'Not a transport.', id: 'ios/7' }];
        }),
        file: LONER_FILE,
        field: 'confusions.0.id',
        message: /there is no code "ios\/7"/,
        fix: /correct the id \(did you mean android\/7\?\), or remove it and keep the text/,
      },
      {
        what: 'a look-alike is a related code as well, stated on the other page',
        change: editing('gateway/7001', (meaning) => {
          meaning.confusions = [{ with: '7014', text: 'Another number.', id: 'gateway/7014' }];
        }),
        file: 'content/codes/gateway/7001.md',
        field: 'confusions.0.id',
        message: /gateway\/7014 is already a related code/,
        fix: /say it once/,
      },
    ],
  },
  {
    rule: 'ranges can be read, and those of a family nest or are apart',
    passing: [
      {
        what: 'one range lies inside another',
        change: withSpans('android/http-4xx', ['300-310', '501-508']),
      },
    ],
    failing: [
      {
        what: 'two ranges of a family overlap',
        change: withSpans('android/http-4xx', ['399-499']),
        file: 'content/codes/android/http-other.md',
        field: 'spans',
        message: /overlaps with the range android\/http-4xx/,
        fix: /make the spans disjoint/,
      },
      {
        what: 'a range ends before it begins',
        change: withSpans('android/http-4xx', ['499-400']),
        file: 'content/codes/android/http-4xx.md',
        field: 'spans',
        message: /"499-400" ends before it begins/,
        fix: /lower end first/,
      },
      {
        what: 'a class ends before it begins',
        change: (content) => {
          found(content.classes.find(({ id }) => id === '7xxx')).spans = ['7999-7000'];
          return content;
        },
        file: 'content/classes.yaml',
        field: '7xxx.spans',
        message: /"7999-7000" ends before it begins/,
        fix: /lower end first/,
      },
      {
        what: 'numbers of a neighbour end before they begin',
        change: (content) => {
          found(content.neighbours.numbers[0]).numbers = ['101', '109-102'];
          return content;
        },
        file: 'content/neighbours.yaml',
        field: '101, 109-102',
        message: /"109-102" ends before it begins/,
        fix: /lower end first/,
      },
    ],
  },
  {
    rule: 'sources exist and are used',
    passing: [
      {
        what: 'a new source is used by a single page',
        change: (content) =>
          editing(LONER, (meaning) => {
            meaning.sources.push('hearsay');
          })({
            ...content,
            sources: [...content.sources, { id: 'hearsay', title: 'Hearsay', kind: 'secondary' }],
          }),
      },
    ],
    failing: [
      {
        what: 'no statement rests on a source',
        change: (content) => ({
          ...content,
          sources: [...content.sources, { id: 'hearsay', title: 'Hearsay', kind: 'secondary' }],
        }),
        file: 'content/sources.yaml',
        field: 'hearsay',
        message: /no statement rests on this source/,
        fix: /remove it, or name it where it is used/,
      },
      ...(
        [
          [
            'a code',
            LONER_FILE,
            editing(LONER, ({ causes }) => {
              found(causes[0]).source = 'hearsay';
            }),
          ],
          [
            'a family',
            'content/families/service.yaml',
            (content: Content) => {
              const service = content.families.find(({ family }) => family === 'service');
              found(service?.statements[0]).source = 'hearsay';
              return content;
            },
          ],
          [
            'a class',
            'content/classes.yaml',
            (content: Content) => {
              found(content.classes[0]?.statements[0]).source = 'hearsay';
              return content;
            },
          ],
          [
            'an undocumented number',
            'content/undocumented.yaml',
            (content: Content) => {
              found(content.undocumented[0]).source = 'hearsay';
              return content;
            },
          ],
          [
            'a neighbouring system',
            'content/neighbours.yaml',
            (content: Content) => {
              found(content.neighbours.systems['security-guard']).source = 'hearsay';
              return content;
            },
          ],
          [
            'a term',
            'content/glossary.yaml',
            (content: Content) => {
              found(content.terms.find(({ id }) => id === 'app-id')).source = 'hearsay';
              return content;
            },
          ],
          [
            'a guide',
            'src/content/docs/guides/timeouts.mdx',
            (content: Content) => ({
              ...content,
              guides: content.guides.map((guide) =>
                guide.id === 'timeouts' ? { ...guide, cited: [...guide.cited, 'hearsay'] } : guide,
              ),
            }),
          ],
          [
            'a page beside the guides',
            'src/content/docs/link-to-a-code.mdx',
            (content: Content) => ({
              ...content,
              loosePages: [...content.loosePages, { id: 'link-to-a-code', cited: ['hearsay'] }],
            }),
          ],
        ] as const
      ).map(([what, file, change]) => ({
        what: `${what} names a source that does not exist`,
        change,
        file,
        field: 'source',
        message: /names the source "hearsay", which content\/sources\.yaml does not have/,
        fix: /correct the id, or add the source/,
      })),
    ],
  },
  {
    rule: 'guides exist and are reached from a code',
    passing: [
      {
        what: 'one more code leads to a guide',
        change: editing(LONER, (meaning) => {
          meaning.guides.push('timeouts');
        }),
      },
    ],
    failing: [
      {
        what: 'a code names a guide that does not exist',
        change: editing(LONER, (meaning) => {
          meaning.guides = [...meaning.guides, 'time-outs'];
        }),
        file: LONER_FILE,
        field: 'guides',
        message: /there is no guide "time-outs"/,
        fix: /use one of .*timeouts/,
      },
      {
        what: 'a class names a guide that does not exist',
        change: (content) => {
          found(content.classes[0]).guides.push('signatures');
          return content;
        },
        file: 'content/classes.yaml',
        field: 'guides',
        message: /there is no guide "signatures"/,
        fix: /use one of .*signature-errors/,
      },
      {
        what: 'no code leads to a guide',
        change: (content) => ({
          ...content,
          guides: [...content.guides, { id: 'first-steps', title: 'First steps', cited: [] }],
        }),
        file: 'src/content/docs/guides/first-steps.mdx',
        field: '',
        message: /no code leads to this guide/,
        fix: /name it under "guides" of the codes/,
      },
    ],
  },
  {
    rule: 'terms lead to a page that explains their use',
    passing: [
      {
        what: 'a term leads to a guide alone',
        change: editingTerm('app-id', (term) => {
          term.codes = [];
        }),
      },
    ],
    failing: [
      {
        what: 'a term leads to a code that does not exist',
        change: editingTerm('app-id', (term) => {
          term.codes = ['gateway/3004'];
        }),
        file: 'content/glossary.yaml',
        field: 'app-id.codes',
        message: /there is no code "gateway\/3004"/,
        fix: /correct the id, or remove it/,
      },
      {
        what: 'a term leads nowhere',
        change: editingTerm('app-id', (term) => {
          term.codes = [];
          term.guides = [];
        }),
        file: 'content/glossary.yaml',
        field: 'app-id',
        message: /leads to no page/,
        fix: /name a code or a guide/,
      },
    ],
  },
  {
    rule: 'undocumented numbers have no entry',
    passing: [
      {
        what: 'the number of another family is undocumented here',
        change: (content) => ({
          ...content,
          undocumented: [
            ...content.undocumented,
            { ...found(content.undocumented[0]), number: '6000' },
          ],
        }),
      },
    ],
    failing: [
      {
        what: 'a documented number is called undocumented',
        change: (content) => {
          found(content.undocumented.find(({ number }) => number === '7015')).number = '7014';
          return content;
        },
        file: 'content/undocumented.yaml',
        field: 'gateway 7014',
        message: /the number has a page of its own/,
        fix: /remove it here/,
      },
      {
        what: 'a number belongs to a system that is not described',
        change: (content) => {
          found(content.neighbours.numbers[0]).system = 'payments';
          return content;
        },
        file: 'content/neighbours.yaml',
        field: '101',
        message: /there is no system "payments"/,
        fix: /use one of security-guard, payment-sdk/,
      },
    ],
  },
  {
    rule: 'bodies have no headings',
    passing: [
      {
        what: 'a body is prose in which a number sign stands',
        change: editing(LONER, (meaning) => {
          meaning.body = 'Seen with C# clients too.\n\n#1 of the causes is a missing line.';
        }),
      },
    ],
    failing: [
      {
        what: 'a body has a heading',
        change: editing(LONER, (meaning) => {
          meaning.body = 'It happens.\n\n## Background\n\nMore of it.';
        }),
        file: LONER_FILE,
        field: 'body',
        message: /holds a heading/,
        fix: /move the facts into the front matter, or drop the heading/,
      },
    ],
  },
  {
    rule: 'nothing stands twice',
    passing: [
      {
        what: 'two families have the same number',
        change: (content) => ({
          ...content,
          undocumented: [
            ...content.undocumented,
            { ...found(content.undocumented[0]), family: 'ios' },
          ],
        }),
      },
    ],
    failing: [
      {
        what: 'a row of the source stands twice',
        change: (content) => {
          const { gateway } = content.sourceTables;
          gateway.push(found(gateway[3]));
          return content;
        },
        file: 'content/source-tables.yaml',
        field: `gateway.${real.sourceTables.gateway.length}`,
        message: /the gateway row ".+" stands at gateway\.3 already/,
        fix: /remove one of the two/,
      },
      {
        what: 'an undocumented number stands twice',
        change: (content) => ({
          ...content,
          undocumented: [...content.undocumented, found(content.undocumented[0])],
        }),
        file: 'content/undocumented.yaml',
        field: String(real.undocumented.length),
        message: /stands at 0 already/,
        fix: /remove one of the two/,
      },
      {
        what: 'a number of a neighbour stands twice',
        change: ({ neighbours, ...content }) => ({
          ...content,
          neighbours: {
            ...neighbours,
            numbers: [
              ...neighbours.numbers,
              { ...found(neighbours.numbers[0]), text: 'Something else.' },
            ],
          },
        }),
        file: 'content/neighbours.yaml',
        field: `numbers.${real.neighbours.numbers.length}`,
        message: /stands at numbers\.0 already/,
        fix: /remove one of the two/,
      },
      {
        what: 'a term stands twice',
        change: (content) => ({ ...content, terms: [...content.terms, found(content.terms[0])] }),
        file: 'content/glossary.yaml',
        field: String(real.terms.length),
        message: /the term ".+" stands at 0 already/,
        fix: /remove one of the two/,
      },
    ],
  },
  {
    rule: 'no statement stands on two pages',
    passing: [
      {
        what: 'two pages share some words of a sentence',
        change: editing(LONER, ({ fix }) => {
          const [other = ''] = found(statementOf('service/6003', 'fix')).split(/[.,;]/);
          found(fix[0]).text =
            `Before anything else look at the start of the app, not at this: ${other.split(' ').slice(0, 4).join(' ')}.`;
        }),
      },
      {
        what: 'one page says a thing twice',
        change: editing(LONER, ({ fix }) => {
          fix.push({ text: found(fix[0]).text });
        }),
      },
    ],
    failing: [
      {
        what: 'a step is copied from another page',
        change: editing(LONER, ({ fix }) => {
          found(fix[0]).text = found(statementOf('service/6003', 'fix'));
        }),
        file: LONER_FILE,
        field: 'fix.0',
        message: /says almost the same as content\/codes\/service\/6003\.md \(fix\.0\)/,
        fix: /say what is particular to this code/,
      },
      {
        what: 'a cause is copied with other marks and one word more',
        change: editing(LONER, ({ causes }) => {
          found(causes[0]).text =
            `Presumably ${found(statementOf('service/6003', 'causes')).toLowerCase().replaceAll(',', ' –')}`;
        }),
        file: LONER_FILE,
        field: 'causes.0',
        message: /says almost the same as content\/codes\/service\/6003\.md \(causes\.0\)/,
        fix: /say what is particular to this code/,
      },
      {
        what: 'a cause is copied without its last two words',
        change: editing(LONER, ({ causes }) => {
          found(causes[0]).text =
            statementOf('service/6003', 'causes')?.split(' ').slice(0, -2).join(' ') ?? '';
        }),
        file: LONER_FILE,
        field: 'causes.0',
        message: /says almost the same as content\/codes\/service\/6003\.md \(causes\.0\)/,
        fix: /say what is particular to this code/,
      },
    ],
  },
];

function byId(a: Meaning, b: Meaning): number {
  return a.id < b.id ? -1 : 1;
}

function editingTerm(id: string, edit: (term: Content['terms'][number]) => void): Change {
  return (content) => {
    edit(found(content.terms.find((term) => term.id === id)));
    return content;
  };
}

/** The first of the meaning's causes or steps in the real content. */
function statementOf(id: string, list: 'causes' | 'fix'): string | undefined {
  return real.meanings.find((meaning) => meaning.id === id)?.[list][0]?.text;
}

const changed = (change: Change) => change(structuredClone(real));

/** What is wrong with the real content is for content.test.ts to say; here only what a change adds counts. */
const before = new Set(findProblems(real).map(formatProblem));
const added = (problems: readonly Problem[]) =>
  problems.filter((problem) => !before.has(formatProblem(problem)));

test('nothing leads to the entry that the fixtures change', () => {
  const targets = [
    ...real.meanings.flatMap(({ related, confusions }) => [...related, ...confusions]),
    ...real.terms.flatMap(({ codes }) => codes.map((id) => ({ id }))),
  ];
  assert.ok(!targets.some(({ id }) => id === LONER), `choose another entry than ${LONER}`);
});

test('every rule has a fixture that passes and one that fails, and every fixture its rule', () => {
  assert.deepEqual(
    FIXTURES.filter(({ passing, failing }) => passing.length > 0 && failing.length > 0)
      .map(({ rule }) => rule)
      .sort(),
    RULES.map(({ name }) => name).sort(),
  );
});

test('no two rules share a name, and each says why it is there', () => {
  assert.equal(new Set(RULES.map(({ name }) => name)).size, RULES.length);
  for (const { name, why } of RULES) assert.match(why, /^[A-Z].*\.$/, name);
});

for (const { rule: name, passing, failing } of FIXTURES)
  describe(name, () => {
    for (const { what, change } of passing)
      test(`passes: ${what}`, () => {
        assert.deepEqual(added(findProblems(changed(change))).map(formatProblem), []);
      });

    for (const { what, change, file, field, message, fix, alsoReportedBy = [] } of failing)
      test(`fails: ${what}`, () => {
        const broken = changed(change);
        const reporting = RULES.filter((rule) => added(rule.check(broken)).length > 0);
        assert.deepEqual(
          reporting.map((rule) => rule.name).sort(),
          [name, ...alsoReportedBy].sort(),
        );
        const [problem, ...more] = added(
          RULES.find((rule) => rule.name === name)?.check(broken) ?? [],
        );
        assert.ok(problem);
        assert.deepEqual(more.map(formatProblem), [], 'one change is one problem');
        assert.deepEqual({ file: problem.file, field: problem.field }, { file, field });
        assert.match(problem.message, message);
        assert.match(problem.message, /\.$/, 'the message is a sentence');
        assert.match(problem.fix, fix);
      });
  });

test('a problem is printed with file, field, message and fix; the field only where there is one', () => {
  const problem = { file: 'content/x.yaml', field: 'a.b', message: 'is wrong.', fix: 'right it.' };
  assert.equal(formatProblem(problem), 'content/x.yaml (a.b): is wrong. Fix: right it.');
  assert.equal(
    formatProblem({ ...problem, field: '' }),
    'content/x.yaml: is wrong. Fix: right it.',
  );
});

test('problems of several rules are all found at once', () => {
  const broken = changed((content) =>
    editing(LONER, (meaning) => {
      meaning.body = '# Heading';
      meaning.guides = ['time-outs'];
      meaning.related = [{ id: 'gateway/1', reason: 'None.' }];
    })(content),
  );
  assert.deepEqual(
    added(findProblems(broken)).map(({ file, field }) => `${file} ${field}`),
    [`${LONER_FILE} related.0.id`, `${LONER_FILE} guides`, `${LONER_FILE} body`],
  );
});
