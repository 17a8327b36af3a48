/** What the decoder found, in words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { decode } from '../../src/domain/text/decode.ts';
import { createResolverIndex } from '../../src/domain/codes/resolver-index.ts';
import { decodedView, type DecodedView, type EntryView } from '../../src/site/finding-view.ts';
import { search as searchWords } from '../../src/words/en/search.ts';
import { decode as words } from '../../src/words/en/decode.ts';

const catalogue = createCatalogue(readContent('.').content);
const context = {
  index: createResolverIndex(catalogue),
  words,
  searchWords,
  firstSteps: Object.fromEntries(catalogue.meanings.map(({ id, firstStep }) => [id, firstStep])),
};

const viewOf = (text: string, most = 100): DecodedView =>
  decodedView(context, decode(context.index, text), most);

/** The only entry of a text, which is of the given kind. */
function only<K extends EntryView['kind']>(text: string, kind: K) {
  const { entries } = viewOf(text);
  const [entry] = entries;
  assert.ok(entry && entries.length === 1, `${entries.length} entries in ${text}`);
  assert.equal(entry.kind, kind);
  return entry as Extract<EntryView, { kind: K }>;
}

for (const [shown, others, expected] of [
  [3, [], 'line 3'],
  [3, [9], 'line 3, also line 9'],
  [6, [1, 2, 3, 4, 5], 'line 6, also lines 1, 2, 3, 4, and 5'],
  [6, [1, 2, 3, 4, 5, 7], 'line 6, also lines 1, 2, 3, 4, 5, and 1 more'],
  [12_000, [], 'line 12,000'],
] as const)
  test(`line ${shown} with ${others.join()} reads "${expected}"`, () => {
    assert.equal(words.lines(shown, others), expected);
  });

for (const [seconds, expected] of [
  [0.25, '0.3 s'],
  [59, '59 s'],
  [60, '1 min'],
  [3900, '1 h 5 min'],
  [90_061, '1 d 1 h'],
] as const)
  test(`${seconds} seconds read "${expected}"`, () => {
    assert.equal(words.duration(seconds), expected);
  });

test('a finding shows its page, its line, retry, the first step and what else the message says', () => {
  const { view } = only('Result-Status:7001\nResult-memo:%E9%AA%8C%E7%AD%BE', 'finding');
  const [meaning] = view.meanings;
  assert.equal(view.meanings.length, 1);
  assert.equal(meaning?.option.path, '/codes/7001#gateway');
  assert.match(meaning.option.detail, /Retry/);
  assert.equal(meaning.firstStep, catalogue.meaning('gateway/7001').firstStep);
  assert.equal(view.strength, 'Certain');
  assert.equal(view.where, 'line 1');
  assert.equal(view.excerpt.before + view.excerpt.found + view.excerpt.after, 'Result-Status:7001');
  assert.equal(view.excerpt.found, '7001');
  assert.deepEqual(view.details, [{ label: 'Memo, decoded', value: '验签' }]);
});

test('an answer that rests on the words of a text says so', () => {
  const { view } = only('the gateway keeps answering with error code 7002', 'finding');
  assert.equal(view.strength, 'Probable');
  assert.match(view.reason, /words of the text/);
});

test('a number of MGS or of the payment SDK shows both, and picks neither', () => {
  const { view } = only('pay finished, resultStatus=6004', 'finding');
  assert.equal(view.strength, 'Possible');
  assert.deepEqual(
    view.meanings.map(({ option }) => option.path),
    ['/codes/6004#service'],
  );
  assert.equal(view.or[0], 'Alipay payment SDK 6004, not a code of MGS');
  assert.ok(view.or.length > 1);
});

test('a number of another system is named as theirs, and the status begins with it', () => {
  const { view } = only('SG ERROR: 608', 'neighbour');
  assert.equal(view.heading, 'Security Guard 608, not a code of MGS');
  assert.equal(view.strength, 'Certain');
  assert.equal(only('无线保镖报错 202', 'neighbour').view.strength, 'Probable');
  assert.match(viewOf('RpcException: [401] x').found, /^Not your gateway: Another RPC library\. /);
  assert.doesNotMatch(viewOf('SG ERROR: 608\nRPCException: [7014]').found, /Not your gateway/);
});

test('what caused what is told with both lines', () => {
  const { story, entries } = viewOf('SG ERROR: 608\nRPCException: [7014] : x');
  assert.equal(story.length, 1);
  assert.match(story[0] ?? '', /^608 in line 1 \(Security Guard\) caused 7014 in line 2/);
  assert.deepEqual(
    entries.map(({ kind }) => kind),
    ['neighbour', 'finding'],
  );
});

test('an error of URL loading says what it means, whether the request was sent, and where it shows', () => {
  const { view } = only('Error Domain=NSURLErrorDomain Code=-1005 "lost"', 'neighbour');
  assert.equal(view.heading, 'URL loading on iOS \u22121005, not a code of MGS');
  assert.match(view.known.join(' '), /connection was lost.*may have been sent/);
  assert.equal(view.above?.option.path, '/codes/0#ios');
  const { view: off } = only('NSURLErrorDomain Code=-1009', 'neighbour');
  assert.match(off.known.join(' '), /was not sent/);
});

test('iOS 0 with its cause says whether the request was sent', () => {
  const { story } = viewOf('kDTRpcNetworkError\nError Domain=NSURLErrorDomain Code=-1001');
  assert.match(
    story[0] ?? '',
    /^\u22121001 in line 2 is the cause of iOS 0 in line 1: .*may have been sent/,
  );
});

test('clocks that agree are said to agree, with the line of each time', () => {
  const log =
    '2020-08-11T04:50:08.902Z resp {\n"result-status" = 7003;\n"server-time" = 1597121408902;\n}';
  const { view } = only(log, 'finding');
  assert.deepEqual(view.details, [
    {
      label: 'Clock difference',
      value:
        'none, the two clocks agree (the time of the line in line 1 against server-time in line 3)',
    },
  ]);
});

test('an empty reply leads to its headers', () => {
  const { view } = only('HTTP/1.1 200 OK\nContent-Length: 0\nServer: x', 'empty-reply');
  assert.equal(view.where, 'line 2');
  assert.match(view.text, /Result-Status/);
});

test('entries stand in the order of the log, and no more than asked for are made', () => {
  const log = 'RPCException: [7002]\nSG ERROR: 608\nRPCException: [1002]';
  const kinds = (most: number) => viewOf(log, most).entries.map(({ kind }) => kind);
  assert.deepEqual(kinds(100), ['finding', 'neighbour', 'finding']);
  assert.deepEqual(kinds(2), ['finding', 'neighbour']);
  assert.equal(viewOf(log, 2).count, 3);
});

test('a number that only an SDK knows is shown with its page, and said to be that', () => {
  const { view } = only('Result-Status: 7005', 'finding');
  assert.deepEqual(
    view.meanings.map(({ option }) => [option.id, option.origin]),
    [['gateway/7005', 'SDK only · Gateway']],
  );
  assert.deepEqual(view.answer.notes, [searchWords.sdkOnlyNote('7005')]);
  const documented = only('Result-Status: 7014', 'finding').view;
  assert.equal(documented.meanings[0]?.option.origin, 'Gateway');
  assert.deepEqual(documented.answer.notes, []);
});
