/** The content of the project, read and checked once for everything that a build makes of it. */
import type { Content } from '../domain/codes/catalogue.ts';
import { findProblems } from '../domain/codes/rules/index.ts';
import type { Problem } from '../domain/codes/rules/problem.ts';
import { readContent } from './read-content.ts';
import { withoutDangling } from './without-dangling.ts';

export type CheckedContent = { readonly content: Content; readonly problems: readonly Problem[] };

/**
 * Astro loads its configuration and its collections as two copies of this module; a key of the process
 * lets both find the same value.
 */
const KEY = Symbol.for('mgs-result-codes.content');
const known = ((globalThis as Record<symbol, unknown>)[KEY] ??= new Map()) as Map<
  string,
  CheckedContent
>;

/** What is under `content/` of a project, and every problem with it. Read at the first call. */
export function contentOf(root: string): CheckedContent {
  const found = known.get(root) ?? check(root);
  known.set(root, found);
  return found;
}

/** Reads it again at the next call: a development server sees a file change. */
export const forgetContent = (root: string): boolean => known.delete(root);

function check(root: string): CheckedContent {
  const { content, problems } = readContent(root);
  // A file that cannot be read would be missed by the rules as well, and hide its own name in the noise.
  const found = problems.length > 0 ? problems : findProblems(content);
  return { content: found.length > 0 ? withoutDangling(content) : content, problems: found };
}
