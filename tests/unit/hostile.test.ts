/** Hostile text through everything that reads what a stranger wrote: it stays text, and it ends soon. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { decode, type Decoded } from '../../src/domain/text/decode.ts';
import { LOG_SHAPES, matchShapes, NEIGHBOUR_SHAPES } from '../../src/domain/text/log-shapes.ts';
import { redact as redactWith } from '../../src/domain/text/redact.ts';
import { createResolverIndex } from '../../src/domain/codes/resolver-index.ts';
import { resolve } from '../../src/domain/text/resolve.ts';
import { search } from '../../src/words/en/search.ts';
import { answerView } from '../../src/site/answer-view.ts';
import { decodedView } from '../../src/site/finding-view.ts';
import { parseFragment } from '../../src/site/fragment.ts';
import { beginningOf, searchWords, stemOf } from '../../src/site/search-words.ts';
import { ticketText } from '../../src/site/ticket.ts';
import { page as pageWords } from '../../src/words/en/page.ts';
import { decode as words } from '../../src/words/en/decode.ts';
import { redact as redactWords } from '../../src/words/en/redact.ts';
import { baitOf, BAITS, MARKUP, ODD_TEXT } from '../hostile.ts';
import { ANY_CHARACTER } from './any-character.ts';

const { content } = readContent(fileURLToPath(new URL('../../', import.meta.url)));
const index = createResolverIndex(createCatalogue(content));
const CONTEXT = { index, words, searchWords: search, firstSteps: {} };
const IDS = new Set(index.meanings.map(({ id }) => id));
const ALL_SHAPES = [...LOG_SHAPES, ...NEIGHBOUR_SHAPES];
const redact = (text: string): string => redactWith(text, { labels: redactWords.masks });
const PIECES = [...MARKUP, ...ODD_TEXT];

/** Every string in a value, however deep. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(stringsIn);
}

/** Everything that the data and the program can say of themselves. */
const OWN_TEXTS = new Set(stringsIn(index));

/** Checks that findings name only what the catalogue has, and quote the log as it stands. */
function assertSound({ findings, neighbours }: Decoded, log: string): void {
  const lines = log.split(/\r\n|[\n\r]/);
  for (const { answer } of findings)
    for (const id of answer.kind === 'meanings' ? answer.ids : answer.elsewhere)
      assert.ok(IDS.has(id), id);
  for (const { known } of neighbours) for (const { text } of known) assert.ok(OWN_TEXTS.has(text));
  for (const { line, text, excerpt, from, to } of [...findings, ...neighbours]) {
    assert.equal(excerpt.slice(from, to), text);
    assert.ok(lines[line - 1]?.includes(excerpt.replace(/^…|…$/g, '')), 'the excerpt is a quote');
  }
}

/**
 * Checks that a copy is the log with parts of it replaced by masks, and nothing else. Line ends of what
 * a mask hides come after it, so that the copy has the lines of the log.
 */
function assertOnlyMasked(copy: string, log: string): void {
  let at = 0;
  for (const [index, part] of copy.split(/<[a-z -]{1,20} \d+>/i).entries()) {
    const text = index === 0 ? part : part.replace(/^[\n\r]+/, '');
    const found = log.indexOf(text, at);
    assert.ok(found >= at, `${JSON.stringify(part)} is not in the log after ${at}`);
    at = found + text.length;
  }
}

describe('hostile text stays text', () => {
  test('beside a code: the finding is the one it would be, and quotes the line', () => {
    const [plain] = decode(index, 'RPCException: [7014] : x').findings;
    assert.ok(plain);
    for (const piece of PIECES) {
      const log = `RPCException: [7014] : ${piece}`;
      const decoded = decode(index, log);
      assertSound(decoded, log);
      const [finding] = decoded.findings;
      assert.ok(finding, JSON.stringify(piece));
      for (const field of ['answer', 'number', 'shape', 'families', 'reason', 'platform'] as const)
        assert.deepEqual(finding[field], plain[field], JSON.stringify(piece));
    }
  });

  test('as a memo: it is shown decoded, and whole up to its limit', () => {
    for (const piece of MARKUP) {
      const memo = encodeURIComponent(piece);
      const [finding] = decode(index, `Result-Status:7001 Result-memo:${memo}`).findings;
      assert.ok(finding);
      // A quote at the beginning is taken for the memo's own, and escapes of JSON are read as well.
      if (!/^["']|\\/.test(piece)) assert.equal(finding.message.memo, piece);
    }
  });

  test('as a memo: no half of a character, whatever is cut', () => {
    for (const piece of ['😀', '👩‍👩‍👧‍👦', '𝟳'])
      for (const front of ['', 'x', 'xx']) {
        const memo = front + piece.repeat(600);
        const [finding] = decode(index, `result-status: 7001, memo="${memo}"`).findings;
        assert.ok(finding);
        assert.ok(finding.message.memo?.isWellFormed(), front + piece);
        assert.ok(finding.excerpt.isWellFormed(), front + piece);
      }
  });

  test('in a view: what is not quoted is our own', () => {
    for (const piece of MARKUP) {
      const decoded = decode(index, `RPCException: [7005] ${piece} SG ERROR: 608`);
      const { entries } = decodedView(CONTEXT, decoded, 100);
      assert.equal(entries.length, 2);
      for (const { view } of entries) {
        const { excerpt, ...own } = view;
        assert.ok(stringsIn(excerpt).length === 3);
        for (const text of stringsIn(own)) assert.ok(!text.includes(piece), text);
      }
    }
  });

  test('asked for: the answer is one of the catalogue, and repeats no more than a number', () => {
    for (const piece of PIECES)
      for (const query of [piece, `7014 ${piece}`, `${piece}7014`, `code ${piece}`]) {
        const answer = resolve(index, query);
        if (answer.kind === 'meanings') for (const id of answer.ids) assert.ok(IDS.has(id));
        const [markup] = stringsIn(answerView(index, answer, search)).filter((text) =>
          /<\/?[a-z!?]/i.test(text),
        );
        assert.equal(markup, undefined, JSON.stringify(query));
      }
  });

  test('redacted: the copy is the log with masks in it', () => {
    assertOnlyMasked(
      redact('token={ \n<b>RPCException: [7003] }'),
      'token={ \n<b>RPCException: [7003] }',
    );
    for (const piece of PIECES)
      for (const log of [piece, `token=${piece}`, `sign="${piece}" did=a`, `1.2.3.4 ${piece}`])
        assertOnlyMasked(redact(log), log);
  });

  test('in the fragment: four names, one line each, no control and no half of a character', () => {
    const facts = { heading: 'x', place: 'x', address: 'x', meaning: 'x', facts: [], steps: [] };
    const lineCount = ticketText(pageWords, facts, parseFragment('')).split('\n').length;
    for (const piece of [...PIECES, `${'x'.repeat(199)}😀`]) {
      const fragment = parseFragment(
        `#gateway&api=${encodeURIComponent(piece.toWellFormed())}&trace=${piece}`,
      );
      for (const value of Object.values(fragment.context)) {
        assert.doesNotMatch(value, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        assert.ok(value.length <= 200);
      }
      assert.equal(fragment.place, 'gateway');
      // Also line ends that are none in a log.
      assert.equal(
        ticketText(pageWords, facts, fragment).split(/[\n\v\f\r\u0085\u2028\u2029]/).length,
        lineCount,
      );
    }
    const { context } = parseFragment(`#gateway&api=${encodeURIComponent(MARKUP[3] ?? '')}`);
    assert.deepEqual(context, { api: MARKUP[3] });
  });

  test('in search: words are letters, digits and what joins them', () => {
    for (const piece of PIECES)
      for (const word of searchWords(beginningOf(piece)))
        for (const part of [word, stemOf(word)])
          assert.match(part, /^[\p{L}\p{N}.'-]*$/u, JSON.stringify(piece));
  });

  test('of no harm to objects: names of their prototypes are names', () => {
    for (const name of ['__proto__', 'toString', 'hasOwnProperty', 'valueOf']) {
      for (const id of stringsIn(resolve(index, name)).filter((text) => text.includes('/')))
        assert.ok(IDS.has(id), id);
      assert.deepEqual(parseFragment(`#${name}&${name}=x`), { place: name, context: {} });
      assert.deepEqual(decode(index, `${name}: 7014\n${name.toUpperCase()}_A`).findings, []);
      assert.equal(redact(`${name}=7014`), `${name}=7014`);
    }
  });
});

const real = fc.constantFrom(
  ...ALL_SHAPES.flatMap(({ examples }) => [...examples('7014'), ...examples('608')]),
  'kDTRpcNetworkError',
  'SIGN_VERIFY_FAILED',
  '01-23 12:34:56.789  1234  5678 E mynet: failed',
  '2020-08-11 10:11:12.123456+0800 App[123:7003] [mPaaSLog] APMobileNetwork a.b resp:{',
  'memo = "%E9%AA%8C%E7%AD%BE";',
  'appId=84EFA9A281942&did=Wz4Z&sign=0f34',
  'Authorization: Bearer eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.abc',
  '::ffff:10.1.2.3 - x [01/Jan/2026:',
);
const bait = fc
  .tuple(fc.constantFrom(...BAITS), fc.nat({ max: 300 }))
  .map(([one, length]) => baitOf(one, length));
const piece = fc.oneof(
  fc.constantFrom(...PIECES),
  real,
  bait,
  fc.constantFrom('\n', '\r', '"', "'", '\\', ' ', '=', ': ', '{', '}', ',', '%22'),
  fc.string({ unit: ANY_CHARACTER, maxLength: 12 }),
);
/** Pieces as they stand, or cut anywhere, also within a character. */
const mixture = fc
  .array(fc.tuple(piece, fc.option(fc.nat({ max: 60 }))), { maxLength: 12 })
  .map((parts) => parts.map(([text, end]) => text.slice(0, end ?? text.length)).join(''));

describe('whatever is mixed', () => {
  test('every finding is sound, and every view can be made', () => {
    fc.assert(
      fc.property(mixture, (log) => {
        const decoded = decode(index, log);
        assertSound(decoded, log);
        decodedView(CONTEXT, decoded, 100);
      }),
      { numRuns: 500 },
    );
  });

  test('the copy is the log with masks in it, and has its lines', () => {
    fc.assert(
      fc.property(mixture, (log) => {
        const copy = redact(log);
        assertOnlyMasked(copy, log);
        assert.equal(copy.split(/[\n\r]/).length, log.split(/[\n\r]/).length);
      }),
      { numRuns: 500 },
    );
  });

  test('resolver, search and fragment answer without an exception', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        answerView(index, resolve(index, text), search);
        for (const word of searchWords(beginningOf(text))) stemOf(word);
        const { context } = parseFragment(`#ios&api=${text}&trace=${text.slice(1)}`);
        for (const value of Object.values(context)) assert.ok(value.isWellFormed());
      }),
      { numRuns: 500 },
    );
  });
});

/** What reads text of any length. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  decode: (text) => decode(index, text),
  redact,
  resolve: (text) => resolve(index, text),
  parseFragment: (text) => parseFragment(`#ios&api=${text}`),
  searchWords: (text) => searchWords(beginningOf(text)),
};

const KILOBYTE = 1024;

/** Milliseconds that this thread had of a processor: a busy machine does not change them. */
function processorTime(run: () => unknown): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** Systems count the time of a processor in steps of some milliseconds: a few of them are a measure. */
const LEAST_MEASURE = 30;

/** Milliseconds of a processor that one run takes on average. */
function meanTime(run: () => unknown): number {
  const start = process.threadCpuUsage();
  for (let runs = 1; ; runs += 1) {
    run();
    const { user, system } = process.threadCpuUsage(start);
    const time = (user + system) / 1000;
    if (time >= LEAST_MEASURE) return time / runs;
  }
}

/**
 * Lengths whose times are compared. The first pair shows what a quantifier costs that has a bound,
 * such as `{0,4096}`: up to it time could grow with the square. The second shows all others. What
 * takes no more than `quick` milliseconds is quick enough, however it grows.
 */
const SCALES = [
  { from: KILOBYTE / 2, to: 8 * KILOBYTE, quick: 4 },
  { from: 16 * KILOBYTE, to: 256 * KILOBYTE, quick: 125 },
] as const;

/** So often the short text is read again where its time alone decides. */
const MOST_MEASURES = 3;

/** In proportion to the length would be 1, with its square 16. */
const MOST_GROWTH = 6;

/** Says where the time grows by much more than the length; empty where it does not. */
function tooMuchGrowth(
  read: (text: string) => unknown,
  text: (length: number) => string,
  scales: readonly (typeof SCALES)[number][] = SCALES,
): string[] {
  return scales.flatMap(({ from, to, quick }) => {
    const [short, long] = [text(from), text(to)];
    const once = processorTime(() => read(long));
    if (once <= quick) return [];
    const growth = (to / from) * MOST_GROWTH;
    let before = meanTime(() => read(short));
    // Too little by less than half: the machine may have been slower for the short text, and stay so.
    for (let again = 0; again < MOST_MEASURES; again += 1)
      if (once <= before * growth && once > (before * growth) / 2)
        before = Math.min(
          before,
          meanTime(() => read(short)),
        );
    const most = before * growth;
    // Once is enough to see that it is little; that it is too much, the first run alone does not show.
    if (once <= most) return [];
    const after = meanTime(() => read(long));
    return after > quick && after > most
      ? [`${from} units take ${before.toFixed(2)} ms, ${to} take ${after.toFixed(2)} ms`]
      : [];
  });
}

describe('the time grows with the length and not with its square', () => {
  test('a reader that does so is noticed, also where it looks back over no more than 4096', () => {
    const lookingBack = (most: number) => (text: string) => {
      let sum = 0;
      for (let at = 0; at < text.length; at += 1)
        for (let back = 0; back < Math.min(at, most); back += 1) sum += text.charCodeAt(at - back);
      return sum;
    };
    const words = (length: number) => 'a'.repeat(length);
    const [bounded] = SCALES;
    assert.deepEqual(tooMuchGrowth(lookingBack(32), words), []);
    assert.equal(tooMuchGrowth(lookingBack(4096), words, [bounded]).length, 1);
  });

  for (const one of BAITS)
    test(one.name, () => {
      for (const [name, read] of Object.entries(READERS))
        assert.deepEqual(
          tooMuchGrowth(read, (length) => baitOf(one, length)),
          [],
          name,
        );
    });
});

describe('no spelling of a code, cut off anywhere and flooded, is slow to match', () => {
  const FLOODS = [' ', '\t', '"', '\\', '%22', '0', 'a', ',', '[ ', '('];
  for (const shape of ALL_SHAPES)
    test(shape.id, () => {
      for (const example of shape.examples('7014'))
        for (const flood of FLOODS) {
          const text = (length: number) =>
            Array.from(
              { length: example.length },
              (_, cut) => example.slice(0, cut + 1) + flood.repeat(length / 64),
            ).join('');
          assert.deepEqual(
            tooMuchGrowth((line) => matchShapes([shape], line), text),
            [],
            example,
          );
        }
    });
});
