/**
 * Measures what readers and builds wait for, and prints it as Markdown. Asserts nothing: times depend
 * on the machine. `node tests/bench/run.ts [--only load|scale|decode] [--runs 5] [--sizes 55,1000,10000]`
 */
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { benchDecode } from './decode.ts';
import { benchLoad } from './load.ts';
import { count } from './report.ts';
import { benchScale } from './scale.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '55,1000,10000' },
  },
});
const runs = wholeNumber('runs', values.runs);
const sizes = values.sizes.split(',').map((size) => wholeNumber('sizes', size));

const parts: Readonly<Record<string, () => string | Promise<string>>> = {
  decode: benchDecode,
  load: () => benchLoad(runs),
  scale: () => benchScale(sizes),
};
const { only } = values;
if (only !== undefined && !(only in parts))
  throw new Error(`--only takes ${Object.keys(parts).join(', ')}, not "${only}".`);

const [processor] = cpus();
console.log(
  `Measured on ${cpus().length} cores (${processor?.model ?? 'unknown'}), ${count(totalmem() / 2 ** 30)} GB of memory, ${process.platform}, Node ${process.version}.`,
);
for (const [name, measure] of Object.entries(parts))
  if (only === undefined || only === name) console.log(`\n${await measure()}`);

function wholeNumber(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${option} takes whole numbers, not "${text}".`);
  return Number(text);
}
