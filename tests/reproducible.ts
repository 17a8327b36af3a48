/**
 * Builds twice into two folders and compares every file byte by byte. Two builds of one commit must be
 * the same, so that whoever has the source can check what is served.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './folder-files.ts';
import { SITE } from './project-copy.ts';

const [first, second] = ['dist.first', 'dist.second'] as const;

/** @param options `--force` builds without what earlier builds left in caches */
const build = (folder: string, options = ''): void => {
  const { status, stdout, stderr } = spawnSync(`astro build --outDir ${folder} ${options}`, {
    encoding: 'utf8',
    shell: true,
    env: { ...process.env, SITE },
  });
  if (status !== 0) throw new Error(`The build into ${folder} failed:\n${stdout}${stderr}`);
};

/** The first file that only one build has, or that differs; null where the builds are the same. */
function firstDifference(): string | null {
  const [before, after] = [filesIn(first), filesIn(second)];
  for (const file of [...before, ...after]) {
    if (!after.includes(file)) return `Only the first build has ${file}.`;
    if (!before.includes(file)) return `Only the second build has ${file}.`;
    const [a, b] = [readFileSync(join(first, file)), readFileSync(join(second, file))];
    if (!a.equals(b))
      return `${file} differs from byte ${a.findIndex((byte, at) => byte !== b[at])} on.`;
  }
  return before.length > 0 ? null : 'The builds are empty.';
}

try {
  build(first);
  build(second, '--force');
  const difference = firstDifference();
  console.log(difference ?? `${filesIn(first).length} files are the same in two builds.`);
  process.exitCode = difference === null ? 0 : 1;
} finally {
  for (const folder of [first, second]) rmSync(folder, { recursive: true, force: true });
}
