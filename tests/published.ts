/**
 * Compares the data with that of the main branch, where this one began: a published address must keep
 * its line, and a changed meaning needs a line in the list of changes. In a pull request it must be
 * able to compare; elsewhere it says when it cannot.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { removedAddresses } from '../src/domain/codes/addresses.ts';
import {
  changedMeanings,
  unrecordedChanges,
  type EntryFacts,
} from '../src/domain/codes/changed-facts.ts';
import type { Change } from '../src/domain/codes/schema.ts';

const ADDRESSES = 'content/addresses.txt';
const CHANGES = 'content/changes.yaml';
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const MAIN = process.env['BASE_REF'] ?? 'origin/main';

/** What a git command prints, or null where it fails. */
function git(...args: readonly string[]): string | null {
  const { status, stdout } = spawnSync('git', args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? stdout : null;
}

const idOf = (file: string): string => file.replace(/^content\/codes\/|\.yaml$/g, '');

/** The entries at a commit; files of another format are no entries. */
function entriesAt(commit: string): Map<string, EntryFacts> {
  const files = (git('ls-tree', '-r', '--name-only', commit, 'content/codes') ?? '')
    .split('\n')
    .filter((file) => file.endsWith('.yaml'));
  return new Map(
    files.map((file) => [idOf(file), load(git('show', `${commit}:${file}`) ?? '') as EntryFacts]),
  );
}

const entriesNow = (): Map<string, EntryFacts> =>
  new Map(
    globSync('content/codes/*/*.yaml', { cwd: ROOT }).map((file) => [
      idOf(file.replaceAll('\\', '/')),
      load(readFileSync(ROOT + file, 'utf8')) as EntryFacts,
    ]),
  );

const base = git('merge-base', 'HEAD', MAIN)?.trim();
const before = base === undefined ? null : git('show', `${base}:${ADDRESSES}`);
if (base === undefined || before === null) {
  console.log(`Published data is not compared: git knows no ${MAIN} with ${ADDRESSES}.`);
  process.exitCode = process.env['GITHUB_EVENT_NAME'] === 'pull_request' ? 1 : 0;
} else {
  const problems = [
    ...removedAddresses(before, readFileSync(ROOT + ADDRESSES, 'utf8')).map(
      (address) =>
        `${ADDRESSES}: ${address} is published and has no line any more. Fix: restore the line; apps in use print the address.`,
    ),
    ...unrecordedChanges(
      changedMeanings(entriesAt(base), entriesNow()),
      (load(git('show', `${base}:${CHANGES}`) ?? '[]') ?? []) as Change[],
      load(readFileSync(ROOT + CHANGES, 'utf8')) as Change[],
    ).map(
      (id) =>
        `content/codes/${id}.yaml: its facts changed, and ${CHANGES} does not say so. Fix: add a dated line that names ${id} and says what changed.`,
    ),
  ];
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
  if (problems.length === 0)
    console.log(`The data was compared with ${base.slice(0, 10)}: nothing published is lost.`);
}
