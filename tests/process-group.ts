/** Processes that end together with all that they have started. */
import type { ChildProcess } from 'node:child_process';

/** Windows has no groups: there only the process itself ends. */
const hasGroups = process.platform !== 'win32';

/** For `spawn`: a group of its own. */
export const ownGroup = { detached: hasGroups } as const;

/** Ends a process that was started with `ownGroup`, and its group; nothing where it has ended already. */
export function stopGroup(child: ChildProcess): void {
  if (!hasGroups || child.pid === undefined) {
    child.kill();
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
