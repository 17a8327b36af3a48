/** Puts a finished folder in the place of another, so that there is always one that is whole. */
import { existsSync, renameSync, rmSync } from 'node:fs';

/**
 * Puts `next` in the place of `target`, which need not exist.
 * @throws Error when that cannot be done; then `target` is what it was
 */
export function replaceFolder(target: string, next: string): void {
  const previous = `${target}.previous`;
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, previous);
  try {
    renameSync(next, target);
  } catch (error) {
    if (existsSync(previous)) renameSync(previous, target);
    throw error;
  }
  rmSync(previous, { recursive: true, force: true });
}
