/** One build of a project at a time: two would write the same files, and publish a mixture. */
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';

/** Who builds, as it is written into the lock. */
type Holder = { readonly pid: number; readonly host: string; readonly since: string };

/** A lock is touched so often, and after so long without it its build is no longer alive. In milliseconds. */
const TOUCHED_EVERY = 10_000;
const DEAD_AFTER = 5 * 60_000;

/**
 * Takes the lock, which this process holds until it ends.
 * @param file the lock
 * @throws Error that names the build which holds it
 */
export function lockBuild(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const own: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  const text = JSON.stringify(own);
  if (!write(file, text)) {
    const held = read(file);
    if (held !== null && isAlive(file, held)) throw new Error(heldText(file, held));
    if (held !== null) takeAway(file, held);
    if (!write(file, text)) throw new Error(heldText(file, read(file) ?? ''));
  }
  const touch = setInterval(() => {
    if (read(file) === text) utimesSync(file, new Date(), new Date());
  }, TOUCHED_EVERY);
  touch.unref();
  process.once('exit', () => {
    if (read(file) === text) rmSync(file, { force: true });
  });
}

/** Whether a build that is alive holds the lock. */
export function isLocked(file: string): boolean {
  const held = read(file);
  return held !== null && isAlive(file, held);
}

/**
 * @throws Error where this process does not hold the lock: after a long sleep of the machine another
 *   build may have taken it
 */
export function requireLock(file: string): void {
  if (holderOf(read(file) ?? '')?.pid !== process.pid)
    throw new Error('Another build has begun in the meantime, so this one is not published.');
}

/** @returns false where the lock is there already */
function write(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function holderOf(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    // It is being written at this moment, or was when the machine stopped.
    return null;
  }
}

function isAlive(file: string, text: string): boolean {
  const touched = statSync(file, { throwIfNoEntry: false });
  if (!touched || Date.now() - touched.mtimeMs > DEAD_AFTER) return false;
  const holder = holderOf(text);
  if (holder?.host !== hostname()) return true;
  return holder.pid !== process.pid && isRunning(holder.pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Otherwise it is the process of another user.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Takes a dead build's lock away; of two that do so at once, one takes the other's and puts it back. */
function takeAway(file: string, dead: string): void {
  const away = `${file}.${process.pid}`;
  try {
    renameSync(file, away);
  } catch {
    return;
  }
  const taken = read(away) ?? '';
  rmSync(away, { force: true });
  if (taken !== dead) write(file, taken);
}

function heldText(file: string, text: string): string {
  const holder = holderOf(text);
  const who = holder ? ` (process ${holder.pid} on ${holder.host}, since ${holder.since})` : '';
  return `Another build of this project is running${who}, and two would spoil each other. Wait until it has ended. If there is none, delete ${file}.`;
}
