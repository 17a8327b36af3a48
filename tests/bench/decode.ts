/** What the reader waits for when a log is pasted: decoding and redacting a log of a megabyte. */
import { join } from 'node:path';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { decode } from '../../src/domain/text/decode.ts';
import { redact } from '../../src/domain/text/redact.ts';
import { resolve } from '../../src/domain/text/resolve.ts';
import { redact as words } from '../../src/words/en/redact.ts';
import { createResolverIndex } from '../../src/domain/codes/resolver-index.ts';
import { count, median, table } from './report.ts';

const RUNS = 21;
const MEGABYTE = 1024 * 1024;
const PROJECT = join(import.meta.dirname, '../..');

const noise = (line: number) =>
  `01-23 12:34:56.${String(line % 1000).padStart(3, '0')}  1234  5678 D OkHttp  : <-- 200 OK https://example.com/v1/items/${line} (${line % 977}ms, 4001-byte body) at Item.java:1002`;
const MESSAGES = [
  '01-23 12:34:57.001  1234  5678 W RpcException: com.alipay.mobile.common.rpc.RpcException: RPCException: [7014] : x',
  '01-23 12:34:57.002  1234  5678 D mynet_HttpWorker: Result-Status:7001 Result-memo:%E9%AA%8C%E7%AD%BE',
  '01-23 12:34:57.003  1234  5678 E SecurityManager: SecException: ErrorCode = 608',
  '{"resultStatus":1002,"tips":"x"}',
];

/** A log in which every fiftieth line speaks of a code. */
function log(length: number): string {
  const lines: string[] = [];
  for (let size = 0, line = 0; size < length; line += 1) {
    const text = line % 50 === 0 ? (MESSAGES[(line / 50) % MESSAGES.length] ?? '') : noise(line);
    lines.push(text);
    size += text.length + 1;
  }
  return lines.join('\n');
}

function medianTime(run: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return median(times);
}

/** The times as Markdown. */
export function benchDecode(): string {
  const index = createResolverIndex(createCatalogue(readContent(PROJECT).content));
  const text = log(MEGABYTE);
  const start = performance.now();
  const { findings, lines } = decode(index, text);
  const first = performance.now() - start;
  const rows: [string, number, string][] = [
    ['decode, first time', first, '200'],
    ['decode', medianTime(() => decode(index, text)), '200'],
    ['redact', medianTime(() => redact(text, { labels: words.masks })), ''],
    ['resolve a number', medianTime(() => resolve(index, '7014')), '100'],
  ];
  return [
    '## A pasted log',
    `${count(text.length / MEGABYTE, 2)} MB with ${count(lines)} lines and ${count(findings.length)} findings, in Node; medians of ${RUNS} runs.`,
    table(
      ['What', 'ms', 'Budget'],
      rows.map(([what, ms, budget]) => [what, count(ms, 3), budget]),
    ),
  ].join('\n\n');
}
