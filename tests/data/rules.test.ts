import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readAddresses, removedAddresses } from '../../src/domain/codes/addresses.ts';
import type { Content } from '../../src/domain/codes/catalogue.ts';
import { formatProblem } from '../../src/domain/codes/rules/problem.ts';
import { findProblems, RULES } from '../../src/domain/codes/rules/index.ts';
import { datesUpTo } from '../../src/domain/codes/rules/dates.ts';
import type { Rule } from '../../src/domain/codes/rules/problem.ts';
import type { Meaning } from '../../src/domain/codes/schema.ts';
import {
  translatables,
  type Pair,
  type TranslatedProse,
} from '../../src/domain/codes/translation.ts';
import { fixtureContent, fixtureProblems } from '../fixtures.ts';

const ADDRESSES = 'every page has its line among the addresses, and every line its page';

/** Changes a copy of the content in one place. */
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

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Changes one meaning. */
const editing =
  (id: string, edit: (meaning: Writable<Meaning>) => void): Change =>
  (content) => {
    edit(found(content.meanings.find((meaning) => meaning.id === id)));
    return content;
  };

/** Changes what is said of an HTTP status. */
const editingStatus =
  (status: string, edit: (facts: Content['http']['statuses'][string]) => void): Change =>
  (content) => {
    edit(found(content.http.statuses[status]));
    return content;
  };

/** Replaces the list of addresses. */
const addressed =
  (edit: (text: string) => string): Change =>
  (content) => ({
    ...content,
    addresses: readAddresses(edit(content.addresses.map(({ text }) => text).join('\n'))),
  });

const withoutMeanings =
  (leaves: (meaning: Meaning) => boolean): Change =>
  (content) => ({ ...content, meanings: content.meanings.filter((meaning) => !leaves(meaning)) });

/** Android 1 is related to nothing and nothing leads to it: changes of it stay without consequences. */
const LONER = 'android/1';
const LONER_FILE = 'content/codes/android/1.yaml';
const LONER_STEP = 'Check that the network module is among the dependencies of the build.';
const TRANSLATED_FILE = 'content/zh-cn/codes/android/1.yaml';

const withSpans = (id: string, spans: string[]): Change =>
  editing(id, (meaning) => {
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
        alsoReportedBy: [ADDRESSES],
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
          'look-alikes that are ours exist and are not related codes as well',
          ADDRESSES,
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
        message: /the source has the android row "1", but no entry is written for it/,
        fix: /add content\/codes\/android\/1\.yaml, or restore it/,
        alsoReportedBy: [ADDRESSES],
      },
      {
        what: 'the source gets a range that no file has',
        change: (content) => {
          const { android = [], ...tables } = content.sourceTables;
          const row = { code: 'code ≥ 600', description: 'x', prompt: 'x' };
          return { ...content, sourceTables: { ...tables, android: [...android, row] } };
        },
        file: 'content/codes/android',
        field: '',
        message: /the android row "code ≥ 600", but no entry is written for it/,
        fix: /add a file with "condition: code ≥ 600"/,
      },
    ],
  },
  {
    rule: 'every entry is in the source, word for word, or says that it is not documented',
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
        file: 'content/codes/gateway/7014.yaml',
        field: 'title',
        message: /differs from the source's description column/,
        fix: /write exactly: Signature verification - missing sign parameter$/,
      },
      {
        what: 'a protocol is lost',
        change: editing('service/6000', (meaning) => {
          meaning.protocols = ['MPC'];
        }),
        file: 'content/codes/service/6000.yaml',
        field: 'protocols',
        message: /differs from the source's protocols column/,
        fix: /write exactly: MPC, DUBBO$/,
      },
      {
        what: 'a prompt loses its full stop',
        change: editing(LONER, (meaning) => {
          meaning.prompt = found(meaning.prompt).slice(0, -1);
        }),
        file: LONER_FILE,
        field: 'prompt',
        message: /differs from the source's prompt column/,
        fix: /write exactly: Network error\. Please try again later\.$/,
      },
      {
        what: 'the spelling of a symbol is corrected',
        change: editing('ios/9', (meaning) => {
          meaning.symbol = 'kDTRpcSizeControlError';
        }),
        file: 'content/codes/ios/9.yaml',
        field: 'symbol',
        message: /differs from the source's statusCode column/,
        fix: /write exactly: KDTRpcSizeControlError$/,
        alsoReportedBy: [ADDRESSES],
      },
      {
        what: 'the lost list of iOS 9 is smoothed over',
        change: editing('ios/9', (meaning) => {
          meaning.official = found(meaning.official).replace(/:$/, '.');
        }),
        file: 'content/codes/ios/9.yaml',
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
            gateway: found(content.sourceTables.gateway).filter(({ code }) => code !== '7001'),
          },
        }),
        file: 'content/codes/gateway/7001.yaml',
        field: '',
        message: /the gateway table of the source has no row "7001"/,
        fix: /write "standing: undocumented" if only an SDK knows the number/,
      },
      {
        what: 'the condition of a range is rewritten',
        change: editing('android/http-4xx', (meaning) => {
          if (meaning.kind === 'range') meaning.condition = '400 ≤ code < 500';
        }),
        file: 'content/codes/android/http-4xx.yaml',
        field: 'condition',
        message: /has no row "400 ≤ code < 500"/,
        fix: /correct the name/,
        alsoReportedBy: ['every row of the source has an entry'],
      },
    ],
  },
  {
    rule: 'file names are canonical',
    passing: [
      {
        what: 'one more number that only an SDK knows is written without zeros',
        change: (content) =>
          addressed((text) => `${text}\n/codes/7099`)({
            ...content,
            meanings: [
              ...content.meanings,
              {
                ...found(content.meanings.find(({ id }) => id === 'gateway/7005')),
                id: 'gateway/7099',
                code: '7099',
                meaning: 'Another thing is missing altogether here.',
                firstStep: 'Ask somebody who was there.',
                fix: [{ text: 'Look whether it is there at all.' }],
              },
            ],
          }),
      },
    ],
    failing: [
      {
        what: 'a file name begins with a zero',
        change: (content) => {
          const { android = [], ...tables } = content.sourceTables;
          return addressed((text) => text.replace('/codes/1\n', '/codes/01\n'))(
            editing(LONER, (meaning) => {
              meaning.id = 'android/01';
              meaning.code = '01';
            })({
              ...content,
              sourceTables: {
                ...tables,
                android: android.map((row) => (row['code'] === '1' ? { ...row, code: '01' } : row)),
              },
            }),
          );
        },
        file: 'content/codes/android/01.yaml',
        field: '',
        message: /"01" is not a number without leading zeros/,
        fix: /name the file after the number/,
      },
    ],
  },
  {
    rule: 'related codes exist, are others, and are stated once',
    passing: [
      {
        what: 'one more pair is stated on one of its pages',
        change: editing(LONER, (meaning) => {
          meaning.related.push({ id: 'service/6666', reason: 'Neither can be called.' });
        }),
      },
    ],
    failing: [
      {
        what: 'a status is related to a code that does not exist',
        change: editingStatus('404', ({ related }) => {
          found(related[0]).id = 'gateway/404';
        }),
        file: 'content/http.yaml',
        field: 'statuses.404.related.0.id',
        message: /there is no code "gateway\/404"/,
        fix: /correct the id/,
      },
      {
        what: 'a status is related to a code twice',
        change: editingStatus('404', ({ related }) => {
          related.push({ id: 'android/http-4xx', reason: 'Once more.' });
        }),
        file: 'content/http.yaml',
        field: 'statuses.404.related.1.id',
        message: /android\/http-4xx is already a related code of this status/,
        fix: /keep one of the two/,
      },
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
        file: 'content/codes/gateway/7014.yaml',
        field: 'related.0.id',
        message:
          /the pair gateway\/7001 and gateway\/7014 is already stated in content\/codes\/gateway\/7001\.yaml/,
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
            with: 'Service 6666',
            text: 'Not a phone.',
            id: 'service/6666',
          });
          meaning.confusions.push({ with: 'A bus', text: 'Another transport.' });
        }),
      },
    ],
    failing: [
      {
        what: 'a look-alike of a status does not exist',
        change: editingStatus('404', ({ confusions }) => {
          found(confusions[0]).id = 'service/6001';
        }),
        file: 'content/http.yaml',
        field: 'statuses.404.confusions.0.id',
        message: /there is no code "service\/6001"/,
        fix: /correct the id, or remove it and keep the text/,
      },
      {
        what: 'a look-alike of a status is a related code as well',
        change: editingStatus('404', ({ confusions }) => {
          found(confusions[0]).id = 'android/http-4xx';
        }),
        file: 'content/http.yaml',
        field: 'statuses.404.confusions.0.id',
        message: /android\/http-4xx is already a related code of this page/,
        fix: /say it once/,
      },
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
          meaning.confusions = [{ with: 'iOS 10', text: 'Not a transport.', id: 'ios/10' }];
        }),
        file: LONER_FILE,
        field: 'confusions.0.id',
        message: /there is no code "ios\/10"/,
        fix: /correct the id \(did you mean android\/10\?\), or remove it and keep the text/,
      },
      {
        what: 'a look-alike is a related code as well, stated on the other page',
        change: editing('gateway/7001', (meaning) => {
          meaning.confusions = [{ with: '7014', text: 'Another number.', id: 'gateway/7014' }];
        }),
        file: 'content/codes/gateway/7001.yaml',
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
        file: 'content/codes/android/http-other.yaml',
        field: 'spans',
        message: /the range android\/http-other overlaps with the range android\/http-4xx/,
        fix: /make the spans disjoint/,
      },
      {
        what: 'a range ends before it begins',
        change: withSpans('android/http-4xx', ['499-400']),
        file: 'content/codes/android/http-4xx.yaml',
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
          found(content.neighbours.numbers[1]).numbers = ['101', '109-102'];
          return content;
        },
        file: 'content/neighbours.yaml',
        field: '101, 109-102',
        message: /"109-102" ends before it begins/,
        fix: /lower end first/,
      },
      {
        what: 'a class of statuses ends before it begins',
        change: withStatusClasses([['100-599'], ['200-100']]),
        file: 'content/http.yaml',
        field: 'classes.1.spans',
        message: /"200-100" ends before it begins/,
        fix: /lower end first/,
      },
      {
        what: 'two classes of statuses overlap',
        change: withStatusClasses([['100-499'], ['400-599']]),
        file: 'content/http.yaml',
        field: 'classes.1.spans',
        message: /the class 400-599 overlaps with the class 100-499/,
        fix: /make the spans disjoint/,
      },
      {
        what: 'two classes of a family overlap',
        change: (content) => {
          const first = found(content.classes[0]);
          return addressed((text) => `${text}\n/codes/69xx`)({
            ...content,
            classes: [first, { ...first, id: '69xx', spans: ['6900-7100'] }],
          });
        },
        file: 'content/classes.yaml',
        field: '69xx.spans',
        message: /the class 69xx overlaps with the class 7xxx/,
        fix: /make the spans disjoint/,
      },
    ],
  },
  {
    rule: 'no number is in two spans of one list',
    passing: [
      {
        what: 'spans touch',
        change: withSpans('android/http-4xx', ['400-450', '451-499']),
      },
    ],
    failing: [
      {
        what: 'a range has a span twice',
        change: withSpans('android/http-4xx', ['400-499', '400-499']),
        file: 'content/codes/android/http-4xx.yaml',
        field: 'spans',
        message: /has 400-499 twice/,
        fix: /write each number once/,
      },
      {
        what: 'two spans of a class overlap',
        change: (content) => {
          found(content.classes[0]).spans = ['7000-7500', '7400-7999'];
          return content;
        },
        file: 'content/classes.yaml',
        field: '7xxx.spans',
        message: /7400-7999 overlaps with 7000-7500/,
        fix: /write each number once/,
      },
      {
        what: 'a class of statuses has one twice',
        change: withStatusClasses([['100-599', '404']]),
        file: 'content/http.yaml',
        field: 'classes.0.spans',
        message: /404 overlaps with 100-599/,
        fix: /write each number once/,
      },
      {
        what: 'a number of a system is in a span of another entry of it',
        change: (content) => {
          found(content.neighbours.numbers[2]).numbers = ['6001'];
          return content;
        },
        file: 'content/neighbours.yaml',
        field: '6001',
        message: /6001 overlaps with 6000-6004, another entry of payment-sdk/,
        fix: /write each number of a system once/,
      },
    ],
  },
  {
    rule: 'every HTTP status is explained',
    passing: [{ what: 'one class takes all', change: withStatusClasses([['100-599']]) }],
    failing: [
      {
        what: 'a status has neither facts nor class',
        change: withStatusClasses([['100-416', '418-599']]),
        file: 'content/http.yaml',
        field: 'classes',
        message: /says nothing of 417/,
        fix: /add a class whose spans take them in/,
      },
      {
        what: 'a hundred statuses have neither',
        change: withStatusClasses([['100-499']]),
        file: 'content/http.yaml',
        field: 'classes',
        // 503 has facts of its own.
        message: /says nothing of 99 statuses, the first of them 500/,
        fix: /add a class/,
      },
    ],
  },
  {
    rule: 'names of ranges, classes and guides are plain',
    passing: [
      {
        what: 'a guide has a number in its name',
        change: (content) =>
          addressed((text) => `${text}\n/guides/top-10`)(
            editing(LONER, ({ guides }) => {
              guides.push('top-10');
            })({
              ...content,
              guides: [...content.guides, { id: 'top-10', title: 'The ten', cited: [], hash: '' }],
            }),
          ),
      },
    ],
    failing: [
      {
        what: 'a range has a hyphen too many',
        change: (content) =>
          addressed((text) => `${text}\n/codes/http--4xx`)(
            editing('android/http-4xx', (meaning) => {
              meaning.code = 'http--4xx';
            })(content),
          ),
        // The problem names the id, which a file gives to both.
        file: 'content/codes/android/http-4xx.yaml',
        field: '',
        message: /"http--4xx" is no plain name/,
        fix: /lower case, digits and single hyphens/,
        alsoReportedBy: [ADDRESSES],
      },
      {
        what: 'a range is named by a number',
        change: (content) =>
          addressed((text) => text.replace('/codes/http-4xx', '/codes/4000'))(
            editing('android/http-4xx', (meaning) => {
              meaning.code = '4000';
            })(content),
          ),
        file: 'content/codes/android/http-4xx.yaml',
        field: '',
        message: /"4000" is a number, and its page is that of the number/,
        fix: /name it in words/,
      },
      {
        what: 'a class is named by a number',
        change: (content) =>
          addressed((text) => text.replace('/codes/7xxx', '/codes/7999'))({
            ...content,
            classes: [{ ...found(content.classes[0]), id: '7999' }],
          }),
        file: 'content/classes.yaml',
        field: '7999',
        message: /"7999" is a number/,
        fix: /name it in words/,
      },
      {
        what: 'a guide has a capital in its name',
        change: (content) =>
          addressed((text) => `${text}\n/guides/Limits`)(
            editing(LONER, ({ guides }) => {
              guides.push('Limits');
            })({
              ...content,
              guides: [...content.guides, { id: 'Limits', title: 'Limits', cited: [], hash: '' }],
            }),
          ),
        file: 'src/content/docs/guides/Limits.mdx',
        field: '',
        message: /"Limits" is no plain name/,
        fix: /lower case/,
      },
    ],
  },
  {
    rule: 'no two pages have the same address',
    passing: [
      {
        what: 'a comment is written twice',
        change: addressed((text) => `# Android\n# Android\n${text}`),
      },
    ],
    failing: [
      {
        what: 'a class has the name of a family',
        change: (content) =>
          addressed((text) => text.replace('/codes/7xxx\n', ''))({
            ...content,
            classes: [{ ...found(content.classes[0]), id: 'ios' }],
          }),
        file: 'content/classes.yaml',
        field: '',
        message: /wants the address \/codes\/ios, which content\/families\/ios\.yaml has/,
        fix: /another name/,
      },
      {
        what: 'two entries have the same symbol',
        change: (content) => {
          const { ios = [], ...tables } = content.sourceTables;
          return addressed((text) => text.replace('/codes/KDTRpcAbandonError\n', ''))(
            editing('ios/24', (meaning) => {
              meaning.symbol = 'kDTRpcNetworkError';
            })({
              ...content,
              sourceTables: {
                ...tables,
                ios: ios.map((row) =>
                  row['value'] === '24' ? { ...row, statusCode: 'kDTRpcNetworkError' } : row,
                ),
              },
            }),
          );
        },
        file: 'content/codes/ios/24.yaml',
        field: '',
        message:
          /wants the address \/codes\/kDTRpcNetworkError, which content\/codes\/ios\/0\.yaml/,
        fix: /another name/,
      },
      {
        what: 'an address is listed twice',
        change: addressed((text) => `/codes/7014\n${text}`),
        file: 'content/addresses.txt',
        field: `line ${fixtureContent.addresses.findIndex(({ text }) => text === '/codes/7014') + 2}`,
        message: /\/codes\/7014 is in line 1 already/,
        fix: /remove the later of the two lines/,
      },
      {
        what: 'an address is in a span as well',
        change: addressed((text) => `${text}\n/codes/404`),
        file: 'content/addresses.txt',
        field: `line ${fixtureContent.addresses.length + 1}`,
        message: /\/codes\/404 is in line \d+ already/,
        fix: /remove the later/,
      },
    ],
  },
  {
    rule: ADDRESSES,
    passing: [
      {
        what: 'numbers are written as a span',
        change: addressed((text) => text.replace('/codes/0\n/codes/1\n', '/codes/{0..1}\n')),
      },
      {
        what: 'a page that is no code is listed',
        change: addressed((text) => `${text}\n/decode`),
      },
      {
        what: 'a guide without a line is a draft',
        change: (content) => ({
          ...addressed((text) => text.replace('/guides/timeouts\n', ''))(content),
          guides: content.guides.map((guide) =>
            guide.id === 'timeouts' ? { ...guide, draft: true } : guide,
          ),
        }),
      },
    ],
    failing: [
      ...(
        [
          ['a number', '/codes/7014', 'content/codes/gateway/7014.yaml'],
          ['an undocumented number', '/codes/7005', 'content/codes/gateway/7005.yaml'],
          ['a symbol', '/codes/KDTRpcAbandonError', 'content/codes/ios/24.yaml'],
          ['a range', '/codes/http-4xx', 'content/codes/android/http-4xx.yaml'],
          ['a class', '/codes/7xxx', 'content/classes.yaml'],
          ['a family', '/codes/security-guard', 'content/families/security-guard.yaml'],
          ['a guide', '/guides/timeouts', 'src/content/docs/guides/timeouts.mdx'],
        ] as const
      ).map(([what, address, file]) => ({
        what: `${what} has no line`,
        change: addressed((text) =>
          text
            .split('\n')
            .filter((line) => line !== address)
            .join('\n'),
        ),
        file: 'content/addresses.txt',
        field: '',
        message: new RegExp(`has no line for ${address}, the page of ${file}\\.$`),
        fix: new RegExp(`^append the line ${address}$`),
      })),
      {
        what: 'a published code has lost its page',
        change: addressed((text) => `${text}\n/codes/7015`),
        file: 'content/addresses.txt',
        field: `line ${fixtureContent.addresses.length + 1}`,
        message: /there is no page for \/codes\/7015/,
        fix: /restore the entry/,
      },
      {
        what: 'a span reaches too far',
        change: addressed((text) => text.replace('{100..599}', '{100..602}')),
        file: 'content/addresses.txt',
        field: `line ${fixtureContent.addresses.findIndex(({ text }) => text.includes('{')) + 1}`,
        message: /there is no page for \/codes\/600 and for 2 more/,
        fix: /restore the entry/,
      },
      ...['codes/7014', '/codes/7014 ', '/codes//7', '/codes/{9..1}', '/codes/{1..9'].map(
        (line) => ({
          what: `${JSON.stringify(line)} is listed`,
          change: addressed((text) => `${text}\n${line}`),
          file: 'content/addresses.txt',
          field: `line ${fixtureContent.addresses.length + 1}`,
          message: /is no address/,
          fix: /write a path such as/,
        }),
      ),
    ],
  },
  {
    rule: 'changes are newest first and name codes that exist',
    passing: [
      {
        what: 'two changes are of one day',
        change: (content) => ({
          ...content,
          changes: [found(content.changes[0]), ...content.changes],
        }),
      },
    ],
    failing: [
      {
        what: 'a newer change is below an older one',
        change: (content) => ({ ...content, changes: content.changes.toReversed() }),
        file: 'content/changes.yaml',
        field: '1.date',
        message: /is newer than the entry before it/,
        fix: /newest change first/,
      },
      {
        what: 'a code that changed does not exist',
        change: (content) => {
          found(content.changes[0]).codes = ['gateway/7015'];
          return content;
        },
        file: 'content/changes.yaml',
        field: '0.codes',
        message: /there is no code "gateway\/7015"/,
        fix: /correct the id/,
      },
    ],
  },
  {
    rule: 'retry advice never risks a second execution',
    passing: [
      {
        what: 'a call that may have run must not be repeated',
        change: editing('android/0', ({ retry }) => {
          retry.advice = 'never';
        }),
      },
      {
        what: 'there is nothing to retry, so there is nothing to find out',
        change: editing('service/6666', ({ retry }) => {
          retry.advice = 'not-applicable';
          delete retry.findOut;
        }),
      },
    ],
    failing: [
      {
        what: 'back-off is advised where the call may have run',
        change: editing('service/6666', ({ retry }) => {
          retry.advice = 'backoff';
        }),
        file: 'content/codes/service/6666.yaml',
        field: 'retry.advice',
        message: /is backoff, but the call may have been executed \(possible\)/,
        fix: /write if-idempotent, after-fix or never, or "executed: no"/,
      },
      {
        what: 'nothing says how to find out whether the call ran',
        change: editing('ios/3003', ({ retry }) => {
          delete retry.findOut;
        }),
        file: 'content/codes/ios/3003.yaml',
        field: 'retry.findOut',
        message: /is missing although the call may have been executed/,
        fix: /say how to find out whether it ran/,
      },
      {
        what: 'back-off is advised for a status behind which the call may have run',
        change: editingStatus('503', ({ retry }) => {
          retry.advice = 'backoff';
        }),
        file: 'content/http.yaml',
        field: 'statuses.503.retry.advice',
        message: /is backoff, but/,
        fix: /write if-idempotent/,
      },
      {
        what: 'a class of statuses does not say how to find out',
        change: (content) => {
          const { retry } = found(content.http.classes.find(({ spans }) => spans[0] === '500-599'));
          delete found(retry).findOut;
          return content;
        },
        file: 'content/http.yaml',
        field: 'classes.5.retry.findOut',
        message: /is missing although/,
        fix: /say how to find out/,
      },
    ],
  },
  {
    rule: 'if-idempotent is for calls that may have run',
    passing: [
      {
        what: 'nothing ran, so back-off is safe',
        change: editing('android/1', ({ retry }) => {
          retry.advice = 'backoff';
        }),
      },
    ],
    failing: [
      {
        what: 'a safe retry is withheld',
        change: editing('android/10', ({ retry }) => {
          retry.advice = 'if-idempotent';
        }),
        file: 'content/codes/android/10.yaml',
        field: 'retry.advice',
        message: /is if-idempotent although nothing was executed/,
        fix: /write backoff, or say that the call may have run/,
      },
      {
        what: 'a safe retry of a status is withheld',
        change: editingStatus('404', ({ retry }) => {
          retry.advice = 'if-idempotent';
        }),
        file: 'content/http.yaml',
        field: 'statuses.404.retry.advice',
        message: /is if-idempotent although/,
        fix: /write backoff/,
      },
    ],
  },
  {
    rule: 'no cause without a fix, no row without a sentence for the user',
    passing: [
      {
        what: 'a number that only an SDK knows tells the user nothing, and has a cause with a fix',
        change: editing('gateway/7005', ({ causes }) => {
          causes.push({
            text: 'The field was renamed in a newer baseline.',
            basis: 'general',
            fix: [{ text: 'Use its newer name.' }],
          });
        }),
      },
    ],
    failing: [
      {
        what: 'a cause has no fix',
        change: editing('gateway/7014', ({ causes }) => {
          found(causes[1]).fix = [];
        }),
        file: 'content/codes/gateway/7014.yaml',
        field: 'causes.1.fix',
        message: /the cause has no fix/,
        fix: /say what to do about it, or drop the cause/,
      },
      {
        what: 'a row has no sentence for the user',
        change: editing(LONER, (meaning) => {
          delete meaning.tellUser;
        }),
        file: LONER_FILE,
        field: 'tellUser',
        message: /is missing/,
        fix: /one short sentence that an app may show its user/,
      },
    ],
  },
  {
    rule: 'marks fit their sources',
    passing: [
      {
        what: 'a step is inferred from a source that is not official',
        change: editing('gateway/7001', ({ check }) => {
          found(check[0]).source = 'ask-100';
        }),
      },
    ],
    failing: [
      {
        what: 'what is general knowledge names a source',
        change: editing('gateway/7014', ({ causes }) => {
          found(causes[1]).source = 'result-codes';
        }),
        file: 'content/codes/gateway/7014.yaml',
        field: 'causes.1',
        message: /is general knowledge, but names a source/,
        fix: /remove the source/,
      },
      {
        what: 'what was reported names no source',
        change: editing('gateway/7014', ({ causes }) => {
          found(causes[1]).basis = 'reported';
        }),
        file: 'content/codes/gateway/7014.yaml',
        field: 'causes.1',
        message: /is reported, but names no source/,
        fix: /name the source, or write general/,
      },
      {
        what: 'a question of somebody is called official',
        change: editing('gateway/7001', ({ causes }) => {
          found(causes[0]).basis = 'official';
        }),
        file: 'content/codes/gateway/7001.yaml',
        field: 'causes.0',
        message: /is official, but ask-100 is not a source of the vendor/,
        fix: /write reported or inferred/,
      },
      {
        what: 'a step of a cause is inferred from nothing',
        change: editing('gateway/7014', ({ causes }) => {
          found(causes[0]?.fix[1]).basis = 'inferred';
        }),
        file: 'content/codes/gateway/7014.yaml',
        field: 'causes.0.fix.1',
        message: /is inferred, but names no source/,
        fix: /name the source/,
      },
      {
        what: 'a look-alike of a status is inferred from nothing',
        change: editingStatus('404', ({ confusions }) => {
          delete found(confusions[0]).source;
        }),
        file: 'content/http.yaml',
        field: 'statuses.404.confusions.0',
        message: /is inferred, but names no source/,
        fix: /name the source/,
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
            'an HTTP status',
            'content/http.yaml',
            editingStatus('404', ({ fix }) => {
              found(fix[0]).source = 'hearsay';
            }),
          ],
          [
            'a neighbouring system',
            'content/neighbours.yaml',
            (content: Content) => {
              found(content.neighbours.systems['h5-rpc']).source = 'hearsay';
              return content;
            },
          ],
          [
            'a term',
            'content/glossary.yaml',
            (content: Content) => {
              found(content.terms.find(({ id }) => id === 'sign')).source = 'hearsay';
              return content;
            },
          ],
          [
            'a guide',
            'src/content/docs/guides/timeouts.mdx',
            (content: Content) => ({
              ...content,
              guides: content.guides.map((guide) =>
                guide.id === 'timeouts'
                  ? { ...guide, cited: [...guide.cited, 'hearsay'], hash: '' }
                  : guide,
              ),
            }),
          ],
          [
            'a page beside the guides',
            'src/content/docs/link-to-a-code.mdx',
            (content: Content) => ({
              ...content,
              loosePages: [
                ...content.loosePages,
                { id: 'link-to-a-code', cited: ['hearsay'], hash: '' },
              ],
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
        what: 'a code names a guide where there is none',
        change: (content) =>
          withoutGuides(
            editing(LONER, (meaning) => {
              meaning.guides = ['timeouts'];
            })(content),
          ),
        file: LONER_FILE,
        field: 'guides',
        message: /there is no guide "timeouts"/,
        fix: /^remove it, or add the guide/,
      },
      {
        what: 'no code leads to a guide',
        change: (content) => ({
          ...content,
          guides: [
            ...content.guides,
            { id: 'first-steps', title: 'First steps', cited: [], hash: '' },
          ],
        }),
        file: 'src/content/docs/guides/first-steps.mdx',
        alsoReportedBy: [ADDRESSES],
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
        change: editingTerm('sign', (term) => {
          term.codes = [];
        }),
      },
    ],
    failing: [
      {
        what: 'a term leads to a code that does not exist',
        change: editingTerm('sign', (term) => {
          term.codes = ['gateway/3004'];
        }),
        file: 'content/glossary.yaml',
        field: 'sign.codes',
        message: /there is no code "gateway\/3004"/,
        fix: /correct the id, or remove it/,
      },
      {
        what: 'a term leads nowhere',
        change: editingTerm('sign', (term) => {
          term.codes = [];
          term.guides = [];
        }),
        file: 'content/glossary.yaml',
        field: 'sign',
        message: /leads to no page/,
        fix: /name a code or a guide/,
      },
    ],
  },
  {
    rule: 'numbers of other systems name a system',
    passing: [
      {
        what: 'a system has no number',
        change: (content) => {
          content.neighbours.numbers = content.neighbours.numbers.filter(
            ({ system }) => system !== 'payment-sdk',
          );
          return content;
        },
      },
    ],
    failing: [
      {
        what: 'a number belongs to a system that is not described',
        change: withSystem('payments'),
        file: 'content/neighbours.yaml',
        field: '10',
        message: /there is no system "payments"/,
        fix: /use one of payment-sdk, h5-rpc/,
      },
      {
        what: 'a system has the name of a property that every object has',
        change: withSystem('constructor'),
        file: 'content/neighbours.yaml',
        field: '10',
        message: /there is no system "constructor"/,
        fix: /use one of payment-sdk, h5-rpc/,
      },
      {
        what: 'no system is described',
        change: (content) => {
          const [number] = content.neighbours.numbers;
          return { ...content, neighbours: { systems: {}, numbers: [found(number)] } };
        },
        file: 'content/neighbours.yaml',
        field: '10',
        message: /there is no system "h5-rpc"/,
        fix: /describe the system under "systems"/,
      },
    ],
  },
  {
    rule: 'numbers of other systems lead to meanings that exist',
    passing: [{ what: 'a number leads to a meaning', change: leadingTo('android/10') }],
    failing: [
      {
        what: 'a number leads to a meaning that does not exist',
        change: leadingTo('android/11'),
        file: 'content/neighbours.yaml',
        field: '10',
        message: /there is no code "android\/11"/,
        fix: /correct the id/,
      },
    ],
  },
  {
    rule: 'every sentence has its translation, and no translation is left over',
    passing: [{ what: 'everything is translated', change: translated() }],
    failing: [
      {
        what: 'a sentence has no translation',
        change: translated((pairs) => pairs.filter(({ en }) => en !== LONER_STEP)),
        file: TRANSLATED_FILE,
        field: 'firstStep',
        message: /has no translation of "Check that the network module/,
        fix: /add a pair with "en" exactly as in content\/codes\/android\/1\.yaml/,
      },
      {
        what: 'a translation has no sentence',
        change: translated((pairs) => [...pairs, { en: 'It rains.', translation: '下雨。' }]),
        file: TRANSLATED_FILE,
        field: '',
        message:
          /translates "It rains\." as "下雨。", but content\/codes\/android\/1\.yaml has no such/,
        fix: /or remove it/,
      },
    ],
  },
  {
    rule: 'both sides of a pair have the same numbers, the same code and as many bold parts',
    passing: [
      {
        what: 'a month is written as a number',
        change: withPair('On 3 May 2026 `x` ended.', '`x` 于 2026 年 5 月 3 日结束。'),
      },
      {
        what: 'a menu has its name in the other language',
        change: withPair('Open **Gateway management**.', '打开**网关管理**。'),
      },
    ],
    failing: [
      {
        what: 'a number is lost',
        change: withPair('It takes 10 s.', '需要几秒。'),
        file: TRANSLATED_FILE,
        field: '',
        message: /has other numbers \(none\) than "It takes 10 s\." \(10\)/,
        fix: /write the same numbers on both sides/,
      },
      {
        what: 'code is translated',
        change: withPair('Read `tips`.', '查看`提示`。'),
        file: TRANSLATED_FILE,
        field: '',
        message: /has other code \(提示\) than "Read `tips`\." \(tips\)/,
        fix: /write the same code on both sides/,
      },
      {
        what: 'a menu is bold on one side only',
        change: withPair('Open **Gateway management**.', '打开网关管理。'),
        file: TRANSLATED_FILE,
        field: '',
        message: /has other bold parts \(none\) than "Open \*\*Gateway management\*\*\." \(\*\*\)/,
        fix: /write the same bold parts on both sides/,
      },
    ],
  },
  {
    rule: 'every guide has its translation, made from the text as it is',
    passing: [{ what: 'every guide is translated', change: translated() }],
    failing: [
      {
        what: 'a guide is not translated',
        change: translated(
          (pairs) => pairs,
          (prose) => prose.filter(({ id }) => id !== 'guides/timeouts'),
        ),
        file: 'src/content/docs/zh-cn/guides/timeouts.mdx',
        field: '',
        message: /is missing/,
        fix: /translate src\/content\/docs\/guides\/timeouts\.mdx, with "translates: /,
      },
      {
        what: 'a guide has changed since it was translated',
        change: translated(
          (pairs) => pairs,
          (prose) =>
            prose.map((page) =>
              page.id === 'link-to-a-code' ? { ...page, translates: 'old' } : page,
            ),
        ),
        file: 'src/content/docs/zh-cn/link-to-a-code.mdx',
        field: 'translates',
        message: /is old, but src\/content\/docs\/link-to-a-code\.mdx now is/,
        fix: /compare the two texts/,
      },
    ],
  },
  {
    rule: 'nothing is listed twice',
    passing: [
      {
        what: 'two systems have the same number',
        change: (content) => {
          found(content.neighbours.numbers[2]).numbers = ['10'];
          return content;
        },
      },
    ],
    failing: [
      {
        what: 'a row of the source stands twice',
        change: (content) => {
          const { gateway = [], ...tables } = content.sourceTables;
          const rows = [...gateway, found(gateway[3])];
          return { ...content, sourceTables: { gateway: rows, ...tables } };
        },
        file: 'content/source-tables.yaml',
        field: `gateway.${found(fixtureContent.sourceTables['gateway']).length}`,
        message: /the gateway row ".+" is listed at gateway\.3 already/,
        fix: /remove one of the two/,
      },
      {
        what: 'an entry is written twice',
        change: editing('android/24', (meaning) => {
          meaning.code = '1';
          meaning.standing = 'documented';
          meaning.tellUser = 'Please try again.';
          meaning.prompt = 'Network error. Please try again later.';
          meaning.official = 'The network component of the client is not available.';
        }),
        file: 'content/codes/android/24.yaml',
        field: '',
        message: /the android row "1" is listed in content\/codes\/android\/1\.yaml already/,
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
        field: `numbers.${fixtureContent.neighbours.numbers.length}`,
        message: /is listed at numbers\.0 already/,
        fix: /remove one of the two/,
      },
      {
        what: 'a term stands twice',
        change: (content) => ({ ...content, terms: [...content.terms, found(content.terms[0])] }),
        file: 'content/glossary.yaml',
        field: String(fixtureContent.terms.length),
        message: /the term ".+" is listed at 0 already/,
        fix: /remove one of the two/,
      },
    ],
  },
  {
    rule: 'no statement is on two pages',
    passing: [
      {
        what: 'two pages share some words of a sentence',
        change: editing(LONER, ({ fix }) => {
          const [other = ''] = found(statementOf('service/6666', 'fix')).split(/[.,;]/);
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
          found(fix[0]).text = found(statementOf('service/6666', 'fix'));
        }),
        file: LONER_FILE,
        field: 'fix.0',
        message:
          /says almost the same as content\/codes\/service\/6666\.yaml \(causes\.0\.fix\.0\)/,
        fix: /say what is particular to this code/,
      },
      {
        what: 'a cause is copied with other marks and one word more',
        change: editing(LONER, ({ causes }) => {
          found(causes[0]).text =
            `Presumably ${found(statementOf('service/6666', 'causes')).toLowerCase().replaceAll(',', ' –')}`;
        }),
        file: LONER_FILE,
        field: 'causes.0',
        message: /says almost the same as content\/codes\/service\/6666\.yaml \(causes\.0\)/,
        fix: /say what is particular to this code/,
      },
      {
        what: 'a cause is copied without its last two words',
        change: editing(LONER, ({ causes }) => {
          found(causes[0]).text =
            statementOf('service/6666', 'causes')?.split(' ').slice(0, -2).join(' ') ?? '';
        }),
        file: LONER_FILE,
        field: 'causes.0',
        message: /says almost the same as content\/codes\/service\/6666\.yaml \(causes\.0\)/,
        fix: /say what is particular to this code/,
      },
    ],
  },
];

function withStatusClasses(spans: readonly string[][]): Change {
  return (content) => {
    const facts = found(content.http.classes[0]);
    content.http.classes = spans.map((each) => ({ ...facts, spans: each }));
    return content;
  };
}

/**
 * Translates everything, with the English text for its translation.
 * @param edit changes the pairs of the entry that the fixtures change
 */
function translated(
  edit: (pairs: readonly Pair[]) => readonly Pair[] = (pairs) => pairs,
  editProse: (prose: readonly TranslatedProse[]) => readonly TranslatedProse[] = (prose) => prose,
): Change {
  return (content) => {
    const texts = Map.groupBy(translatables(content), ({ file }) => file);
    const pairs = Object.fromEntries(
      [...texts].map(([file, list]) => {
        const all = [...new Set(list.map(({ text }) => text))].map((en) => ({
          en,
          translation: en,
        }));
        return [file, file === LONER_FILE ? edit(all) : all];
      }),
    );
    const prose = [
      ...content.guides.map(({ id, hash }) => ({
        id: `guides/${id}`,
        title: id,
        translates: hash,
      })),
      ...content.loosePages.map(({ id, hash }) => ({ id, title: id, translates: hash })),
    ];
    const addresses = content.addresses.map(({ line, text, addresses: all }) => ({
      line,
      text: `/zh-cn${text}`,
      addresses: all.map((address) => `/zh-cn${address}`),
    }));
    return {
      ...content,
      addresses: [...content.addresses, ...addresses],
      translations: { 'zh-cn': { pairs, prose: editProse(prose) } },
    };
  };
}

/** Translates everything, and the first step of the entry from and to the given texts. */
function withPair(en: string, translation: string): Change {
  return (content) =>
    translated((pairs) => pairs.map((pair) => (pair.en === en ? { en, translation } : pair)))(
      editing(LONER, (meaning) => {
        meaning.firstStep = en;
      })(content),
    );
}

function leadingTo(id: string): Change {
  return (content) => {
    found(content.neighbours.numbers[0]).leadsTo = [id];
    return content;
  };
}

function withSystem(system: string): Change {
  return (content) => {
    found(content.neighbours.numbers[0]).system = system;
    return content;
  };
}

/** Leaves no guide, and nothing that leads to one but the entry that the fixtures change. */
function withoutGuides(content: Content): Content {
  for (const { id, guides } of content.meanings) if (id !== LONER) guides.length = 0;
  for (const { guides } of [...content.classes, ...content.terms]) guides.length = 0;
  return addressed((text) => text.replaceAll(/^\/guides\/.*$/gm, ''))({ ...content, guides: [] });
}

function byId(a: Meaning, b: Meaning): number {
  return a.id < b.id ? -1 : 1;
}

function editingTerm(id: string, edit: (term: Content['terms'][number]) => void): Change {
  return (content) => {
    edit(found(content.terms.find((term) => term.id === id)));
    return content;
  };
}

/** The meaning's first cause, or the first step about it. */
function statementOf(id: string, list: 'causes' | 'fix'): string | undefined {
  const cause = fixtureContent.meanings.find((meaning) => meaning.id === id)?.causes[0];
  return list === 'causes' ? cause?.text : cause?.fix[0]?.text;
}

const changed = (change: Change) => change(structuredClone(fixtureContent));

/** The rule of a fixture with its name. */
const ruleOf = (name: string): Rule => found(RULES.find((rule) => rule.name === name));

test('the content that the fixtures change is in order', () => {
  assert.deepEqual([...fixtureProblems, ...findProblems(fixtureContent)].map(formatProblem), []);
});

test('nothing leads to the entry that the fixtures change', () => {
  const targets = [
    ...fixtureContent.meanings.flatMap(({ related, confusions }) => [...related, ...confusions]),
    ...fixtureContent.terms.flatMap(({ codes }) => codes.map((id) => ({ id }))),
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
        assert.deepEqual(findProblems(changed(change)).map(formatProblem), []);
      });

    for (const { what, change, file, field, message, fix, alsoReportedBy = [] } of failing)
      test(`fails: ${what}`, () => {
        const broken = changed(change);
        const reporting = RULES.filter((rule) => rule.check(broken).length > 0);
        assert.deepEqual(
          reporting.map((rule) => rule.name).sort(),
          [name, ...alsoReportedBy].sort(),
        );
        const [problem, ...more] = ruleOf(name).check(broken);
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
      delete meaning.tellUser;
      meaning.guides = ['time-outs'];
      meaning.related = [{ id: 'gateway/1', reason: 'None.' }];
    })(content),
  );
  assert.deepEqual(
    findProblems(broken).map(({ file, field }) => `${file} ${field}`),
    [`${LONER_FILE} related.0.id`, `${LONER_FILE} guides`, `${LONER_FILE} tellUser`],
  );
});

describe('no date is in the future', () => {
  const rule = datesUpTo('2026-11-25');

  test('what was done up to the day passes, by day, month and year', () => {
    assert.deepEqual(rule.check(fixtureContent), []);
  });

  const CASES: readonly (readonly [string, Change, string, string])[] = [
    [
      'an entry is checked tomorrow',
      editing(LONER, (meaning) => {
        meaning.checked = '2026-11-26';
      }),
      LONER_FILE,
      'checked',
    ],
    [
      'a change is of tomorrow',
      (content) => {
        found(content.changes[0]).date = '2026-11-26';
        return content;
      },
      'content/changes.yaml',
      '0.date',
    ],
    [
      'a source is of next year',
      (content) => {
        found(content.sources[0]).date = '2027';
        return content;
      },
      'content/sources.yaml',
      'result-codes.date',
    ],
  ];
  for (const [what, change, file, field] of CASES)
    test(`fails: ${what}`, () => {
      const [problem, ...more] = rule.check(changed(change));
      assert.deepEqual(more, []);
      assert.deepEqual([problem?.file, problem?.field], [file, field]);
      assert.match(problem?.message ?? '', /is in the future\.$/);
      assert.notEqual(problem?.fix, '');
    });
});

test('an address that is no longer listed is found, one by one or in a span', () => {
  const before = '/\n# Codes\n/codes/7\n/codes/{100..102}\n';
  assert.deepEqual(removedAddresses(before, before), []);
  assert.deepEqual(removedAddresses(before, '/codes/{100..110}\n/\n/codes/7'), []);
  assert.deepEqual(removedAddresses(before, '/\n/codes/{101..102}'), ['/codes/7', '/codes/100']);
});
