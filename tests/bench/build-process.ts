/** Runs a build and watches how long it takes and how much memory it needs. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export type BuildCost = {
  readonly seconds: number;
  /** Most memory that the build and its children held at one time; null where it is not measured. */
  readonly peakMegabytes: number | null;
};

/** Short enough to see a peak, long enough not to disturb the build. */
const SAMPLE_EVERY_MS = 100;

/**
 * Runs a program to its end, in a process group of its own.
 * @param env added to the environment of this process
 * @throws Error with the output when the program fails
 */
export function runBuild(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { cwd: string; env?: Readonly<Record<string, string>> },
): Promise<BuildCost> {
  const start = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentMegabytes(child.pid));
  }, SAMPLE_EVERY_MS);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (status) => {
      clearInterval(timer);
      if (status === 0)
        done({
          seconds: (performance.now() - start) / 1000,
          peakMegabytes: peak === 0 ? null : peak,
        });
      else fail(new Error(`${command} ${args.join(' ')} ended with ${status}:\n${output}`));
    });
  });
}

/** The memory of a process group, from Linux's `/proc`; 0 elsewhere. */
function residentMegabytes(group: number | undefined): number {
  if (process.platform !== 'linux' || group === undefined) return 0;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, pid) => sum + residentOf(pid, group), 0);
}

function residentOf(pid: string, group: number): number {
  try {
    // After the name in brackets: state, parent, group.
    const [, , ofProcess] =
      readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ') ?? [];
    if (Number(ofProcess) !== group) return 0;
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    // The process has ended meanwhile.
    return 0;
  }
}
