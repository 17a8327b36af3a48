/** Where lines may break: code behind separators, and nothing between a mark and the word before it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  breakableCode,
  gluedMarks,
  unbrokenText,
  titleWithDash,
} from '../../src/site/line-breaks.ts';

/** The pieces of a code element, each with a bar where it may break. */
const pieces = (html: string): string => breakableCode(html).replaceAll('<wbr>', '|');

test('short code in a sentence is left as it is', () => {
  for (const html of [
    '<p><code>Operation-Type</code></p>',
    '<li><code dir="auto">~/logs/gateway/a.log</code></li>',
  ])
    assert.equal(breakableCode(html), html);
});

test('a long path breaks behind its slashes, and no name in it behind a hyphen', () => {
  assert.equal(
    pieces('<code>content/codes/security-guard/608.yaml</code>'),
    '<code class="long">content/|codes/|<span>security-guard</span>/|608.yaml</code>',
  );
});

test('a long name without a separator breaks between its words', () => {
  assert.equal(
    pieces('<code>kDTRpcProtocolBuffersDecodeError</code>'),
    '<code class="long">kDTRpc|Protocol|Buffers|Decode|Error</code>',
  );
  assert.equal(
    pieces('<code>SIGNATURE_LOW_VERSION_DATA_FILE_X</code>'),
    '<code class="long">SIGNATURE_|LOW_|VERSION_|DATA_|FILE_|X</code>',
  );
});

test('an entity is one character, and no separator', () => {
  const quoted = `<code>${'&quot;'.repeat(30)}</code>`;
  assert.equal(breakableCode(quoted), quoted);
  assert.equal(
    pieces('<code>a&quot;b&lt;c&gt;d;e&amp;f,g=h,i=jjjjjjjjjjjjjjjjj</code>'),
    '<code class="long">a&quot;b&lt;c&gt;d;|e&amp;|f,|g=|h,|i=|jjjjjjjjjjjjjjjjj</code>',
  );
});

test('a mark between spaces stays with the word before it', () => {
  assert.equal(
    pieces("<code>can't in main thread call rpc .</code>"),
    '<code class="long">can\'t in main thread call <span>rpc .</span></code>',
  );
  assert.equal(
    pieces('<td><code>ErrorCode =</code></td>'),
    '<td><code><span>ErrorCode =</span></code></td>',
  );
});

test('a colon of a log begins no line', () => {
  assert.equal(
    pieces('<code data-line> [<mark>7</mark>] : a code : <mark>7</mark></code>'),
    '<code data-line> <span>[<mark>7</mark>] :</span> a <span>code :</span> <mark>7</mark></code>',
  );
});

test('a cell of a table has less room', () => {
  assert.equal(
    pieces('<td><code>~/logs/gateway/</code></td><td>b</td>'),
    '<td><code>~/|logs/|gateway/</code></td><td>b</td>',
  );
  assert.equal(
    pieces('<p><code>~/logs/gateway/</code></p>'),
    '<p><code>~/logs/gateway/</code></p>',
  );
});

test('a line of a log breaks in its long words only, around its marked number', () => {
  assert.equal(
    pieces(
      '<code data-line class="x"> a/b com.alipay.mobile.common.rpc.RpcException: [<mark>7014</mark>] </code>',
    ),
    '<code data-line class="x"> a/b com.alipay.mobile.common.rpc.|RpcException: [<mark>7014</mark>] </code>',
  );
  assert.equal(
    pieces(
      '<pre><code data-line>"result-status" = 1\nOperation-Type=com.example.op&amp;Ts=12345678</code>',
    ),
    '<pre><code data-line>"<span>result-status</span>" = 1\n<span>Operation-Type</span>=|com.example.op&amp;|Ts=|12345678</code>',
  );
});

test('code with colours is left as it is', () => {
  const sample = '<code><span class="k">val</span> content/codes/security-guard/608.yaml</code>';
  assert.equal(breakableCode(sample), sample);
});

test('a dash of a title stays at the end of a line, in text and not in code or names', () => {
  assert.equal(titleWithDash('RPC - no target'), 'RPC\u00a0- no target');
  assert.equal(
    unbrokenText('<p title="a - b">c - d <code>e - f</code> 7 - 8</p>'),
    '<p title="a - b">c\u00a0- d <code>e - f</code> 7 - 8</p>',
  );
});

test('a figure keeps its unit, a date stays whole, and a short compound keeps its hyphen', () => {
  assert.equal(
    unbrokenText('<p>within 10 s or 200 KB; 10 seconds; 3 秒，3 个；22 January 2026; 7 sizes</p>'),
    '<p>within 10\u00a0s or 200\u00a0KB; 10 seconds; 3\u00a0秒，3 个；22\u00a0January\u00a02026; 7 sizes</p>',
  );
  assert.equal(
    unbrokenText('<p title="back-end">Back-end team <code>back-end</code></p>'),
    '<p title="back-end"><span class="unbroken">Back-end</span> team <code>back-end</code></p>',
  );
  assert.equal(
    unbrokenText('a read-only call, logged-in over Wi-Fi, with tamper-proofing'),
    'a <span class="unbroken">read-only</span> call, <span class="unbroken">logged-in</span> over Wi-Fi, with tamper-proofing',
  );
});

test('a mark is glued to the word before it, and Chinese keeps the word whole', () => {
  const basis = '<span class="basis official">x</span>';
  const cite = '<a class="cite" href="#a">1</a>';
  assert.equal(
    gluedMarks(`<p>it. ${basis} ${cite} Next`, false),
    `<p>it.\u00a0${basis}\u00a0${cite} Next`,
  );
  assert.equal(
    gluedMarks(`<p>用工具重新生成。 ${basis} ${cite} 另外`, true),
    `<p>用工具重新生\u2060成。\u2060${basis}\u2060${cite}另外`,
  );
  // Code and Latin words are left as they are.
  assert.equal(
    gluedMarks(`<p>生成 <code>a</code>。${basis}`, true),
    `<p>生成 <code>a</code>。\u2060${basis}`,
  );
  assert.equal(gluedMarks(`<td>${basis}`, false), `<td>${basis}`);
});
