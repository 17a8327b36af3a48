/** A copy of the project that can be changed and built without touching the project. */
import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');
const PARTS = ['astro.config.mjs', 'content', 'package.json', 'public', 'src', 'tsconfig.json'];

/** Where the site will stand. */
export const SITE = process.env['SITE'] ?? 'https://mgs-codes.example';

/** With it Astro's commands make of every copy what they make of the project at the root of a host. */
export const COPY_ENV: NodeJS.ProcessEnv = {
  ...process.env,
  SITE,
  BASE: '/',
  ASTRO_TELEMETRY_DISABLED: '1',
  NO_COLOR: '1',
};

/**
 * Copies what a build reads and links the packages. The caller removes the folder.
 * @param name tells the folder apart from those of others
 * @returns the path of the copy
 */
export function copyProject(name: string): string {
  // Within the project: Astro takes a linked package for one of the site only where both lie below one folder.
  const copy = mkdtempSync(join(ROOT, `dist.${name}-`));
  undoChanges(copy);
  // Package by package: what tools keep in `node_modules` belongs to the project that is copied.
  mkdirSync(join(copy, 'node_modules'));
  for (const each of readdirSync(join(ROOT, 'node_modules')))
    if (!each.startsWith('.'))
      symlinkSync(join(ROOT, 'node_modules', each), join(copy, 'node_modules', each), 'junction');
  return copy;
}

/** Gives a copy what the project has of everything that a build reads. */
export function undoChanges(copy: string): void {
  for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
}

/**
 * Leaves most bare HTTP numbers, from x30 to x98, out of a copy. They are more than half of all pages,
 * say the same as the others of their class, and take a quarter of the time of a build.
 */
export function leaveOutStatuses(copy: string): void {
  const statuses = '(_, index) => String(HTTP_STATUSES.first + index),\n  )';
  edit(copy, 'src/domain/codes/catalogue.ts', (text) =>
    text.replace(
      statuses,
      `${statuses}.filter((code) => !/^[1-5](?:[3-8]\\d|9[0-8])$/.test(code))`,
    ),
  );
  edit(copy, 'content/addresses.txt', (text) =>
    text.replace(/^(.*)\{100\.\.599\}$/gm, (_, path: string) =>
      [1, 2, 3, 4, 5]
        .map((first) => `${path}{${first}00..${first}29}\n${path}${first}99`)
        .join('\n'),
    ),
  );
}

/** Changes a file of a copy, and fails where that changes nothing. */
function edit(copy: string, file: string, change: (text: string) => string): void {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  assert.notEqual(changed, text, `nothing changes in ${file}`);
  writeFileSync(path, changed);
}
