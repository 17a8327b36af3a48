/**
 * Measures what the reader waits for when a log is pasted: decoding and redacting a log of a megabyte.
 * Prints medians in milliseconds; asserts nothing, for times depend on the machine.
 */
import { readContent } from '../../src/build/read-content.ts';
import { createCatalogue } from '../../src/domain/catalogue.ts';
import { decode } from '../../src/domain/decode.ts';
import { redact } from '../../src/domain/redact.ts';
import { resolve } from '../../src/domain/resolve.ts';
import { createResolverIndex } from '../../src/domain/resolver-index.ts';

const RUNS = 21;
const MEGABYTE = 1024 * 1024;

const index = createResolverIndex(createCatalogue(readContent('.').content));

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

function median(run: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(RUNS / 2)] ?? 0;
}

const text = log(MEGABYTE);
const start = performance.now();
const { findings, lines } = decode(index, text);
const first = performance.now() - start;

console.log(
  `A log of ${(text.length / MEGABYTE).toFixed(2)} MB with ${lines} lines and ${findings.length} findings`,
);
console.table({
  'decode, first time': { ms: first.toFixed(1), budget: 200 },
  'decode, median': { ms: median(() => decode(index, text)).toFixed(1), budget: 200 },
  'redact, median': { ms: median(() => redact(text)).toFixed(1), budget: '' },
  'resolve a number, median': { ms: median(() => resolve(index, '7014')).toFixed(3), budget: 100 },
});
