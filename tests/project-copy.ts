/** A copy of the project that can be changed and built without touching the project. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const PARTS = ['astro.config.mjs', 'content', 'package.json', 'public', 'src', 'tsconfig.json'];

/** With it Astro's commands make of every copy what they make of the project. */
export const COPY_ENV: NodeJS.ProcessEnv = {
  ...process.env,
  SITE: 'https://mgs-codes.example',
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
  for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  // Package by package: what tools keep in `node_modules` belongs to the project that is copied.
  mkdirSync(join(copy, 'node_modules'));
  for (const each of readdirSync(join(ROOT, 'node_modules')))
    if (!each.startsWith('.'))
      symlinkSync(join(ROOT, 'node_modules', each), join(copy, 'node_modules', each), 'junction');
  return copy;
}
