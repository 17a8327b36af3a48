/**
 * Refuses the removal of a published address: compares `content/addresses.txt` with the same file where
 * this branch left the main one. In a pull request it must be able to compare; elsewhere it says when it cannot.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { removedAddresses } from '../src/domain/codes/addresses.ts';

const FILE = 'content/addresses.txt';
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const MAIN = process.env['BASE_REF'] ?? 'origin/main';

/** What a git command prints, or null where it fails. */
function git(...args: readonly string[]): string | null {
  const { status, stdout } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  return status === 0 ? stdout : null;
}

const base = git('merge-base', 'HEAD', MAIN)?.trim();
const before = base === undefined ? null : git('show', `${base}:${FILE}`);
if (base === undefined || before === null) {
  console.log(`Published addresses are not compared: git knows no ${MAIN} with ${FILE}.`);
  process.exitCode = process.env['GITHUB_EVENT_NAME'] === 'pull_request' ? 1 : 0;
} else {
  const removed = removedAddresses(before, readFileSync(`${ROOT}${FILE}`, 'utf8'));
  for (const address of removed)
    console.error(
      `${FILE}: ${address} is published and has no line any more. Fix: restore the line; apps in use print the address.`,
    );
  process.exitCode = removed.length > 0 ? 1 : 0;
  if (removed.length === 0)
    console.log(`Every address published up to ${base.slice(0, 10)} is still there.`);
}
