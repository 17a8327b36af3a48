/**
 * Measures what readers and builds wait for, and writes the tables into `RESULTS.md` beside this file:
 * a part that is measured again replaces its section. Asserts nothing: times depend on the machine. `node tests/bench/run.ts [--only load|scale|decode] [--runs 5] [--sizes 55,1000,10000]`
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
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

const RESULTS = join(import.meta.dirname, 'RESULTS.md');
const INTRODUCTION =
  '# Measured\n\nWritten by `npm run bench`; the README says what it does. Other work on the machine slows builds and paints down: compare what is in one table, and mind the load.\n';

for (const [name, measure] of Object.entries(parts))
  if (only === undefined || only === name) {
    const conditions = conditionsNow();
    await writeSection((await measure()).replace('\n', `\n\n${conditions}\n`));
  }

/** When and on what is measured. */
function conditionsNow(): string {
  const [processor] = cpus();
  const [load = NaN] = loadavg();
  return `Measured on ${new Date().toISOString().slice(0, 10)} on ${cpus().length} cores (${processor?.model ?? 'unknown'}), ${count(totalmem() / 2 ** 30)} GB of memory, ${process.platform}, Node ${process.version}; ${count(load, 1)} processes wanted to run in the minute before.`;
}

/** Puts a section into the file, in place of the one with the same heading. */
async function writeSection(section: string): Promise<void> {
  const headingOf = (text: string) => text.split('\n', 1)[0] ?? '';
  const written = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : INTRODUCTION;
  const [introduction = INTRODUCTION, ...sections] = written.split(/^(?=## )/m);
  const known = sections.some((each) => headingOf(each) === headingOf(section));
  const updated = known
    ? sections.map((each) => (headingOf(each) === headingOf(section) ? `${section}\n\n` : each))
    : [...sections, section];
  const text = [introduction, ...updated].join('\n');
  writeFileSync(RESULTS, await format(text, { parser: 'markdown' }));
}

function wholeNumber(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${option} takes whole numbers, not "${text}".`);
  return Number(text);
}
