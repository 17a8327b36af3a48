/** Puts a finished folder in the place of another, so that there is always one that is whole. */
import { existsSync, lstatSync, readlinkSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A link that leads nowhere is there as well. */
const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

const previousOf = (target: string): string => `${target}.previous`;

/**
 * Puts the last good folder back where a replacement was killed between its two steps.
 * @returns whether that was so
 */
export function restoreFolder(target: string): boolean {
  const previous = previousOf(target);
  if (isThere(target) || !existsSync(previous)) return false;
  renameSync(previous, target);
  return true;
}

/**
 * Refuses a target that cannot be replaced: a folder is exchanged by giving it another name, which
 * would leave what a link points to as it was, and which no file system does to a mount.
 * @throws Error that says what it is and what to do
 */
export function refuseIrreplaceable(target: string): void {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isSymbolicLink())
    throw new Error(
      `${target} is a link to ${readlinkSync(target)}, and a build would put a folder in the place of the link. Remove the link, and copy or link from there to the finished folder; or build into that folder itself with --outDir.`,
    );
  if (!found.isDirectory())
    throw new Error(`${target} is not a folder. Remove it, or build elsewhere with --outDir.`);
  if (found.dev !== statSync(dirname(target)).dev) throw new Error(mountText(target));
}

const mountText = (target: string): string =>
  `${target} is a mount, which cannot be replaced by a finished folder. Mount the folder above it, or build elsewhere with --outDir and copy the result.`;

/**
 * Puts `next` in the place of `target`, which need not exist.
 * @throws Error when that cannot be done; then `target` is what it was
 */
export function replaceFolder(target: string, next: string): void {
  const previous = previousOf(target);
  restoreFolder(target);
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(target)) moveAway(target, previous);
  try {
    renameSync(next, target);
  } catch (error) {
    restoreFolder(target);
    throw error;
  }
  rmSync(previous, { recursive: true, force: true });
}

/** Mounts of the same file system are told only by the attempt. */
function moveAway(target: string, previous: string): void {
  try {
    renameSync(target, previous);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EBUSY' || code === 'EXDEV') throw new Error(mountText(target), { cause: error });
    throw error;
  }
}
