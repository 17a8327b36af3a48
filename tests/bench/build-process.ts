/** Runs a build and watches how long it takes and how much memory it needs. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export type BuildCost = {
  readonly seconds: number;
  /** What only Linux tells of the build and its children; null elsewhere. */
  readonly usage: {
    /** Most memory that they held at one time. */
    readonly peakMegabytes: number;
    /** Time on all cores: unlike the clock it does not count what other programs take. */
    readonly cpuSeconds: number;
  } | null;
};

type ProcessUsage = {
  readonly pid: string;
  readonly megabytes: number;
  readonly cpuSeconds: number;
};

/** Short enough to see a peak, long enough not to disturb the build. */
const SAMPLE_EVERY_MS = 100;
/** The unit of times in `/proc`, on every Linux that is met. */
const TICKS_A_SECOND = 100;

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
    // With it the group has the number of the child.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let peakMegabytes = 0;
  const cpuSeconds = new Map<string, number>();
  const timer = setInterval(() => {
    const processes = groupUsage(child.pid) ?? [];
    peakMegabytes = Math.max(
      peakMegabytes,
      processes.reduce((sum, { megabytes }) => sum + megabytes, 0),
    );
    for (const { pid, cpuSeconds: used } of processes) cpuSeconds.set(pid, used);
  }, SAMPLE_EVERY_MS);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (status) => {
      clearInterval(timer);
      if (status === 0)
        done({
          seconds: (performance.now() - start) / 1000,
          usage:
            peakMegabytes === 0
              ? null
              : { peakMegabytes, cpuSeconds: [...cpuSeconds.values()].reduce((a, b) => a + b, 0) },
        });
      else fail(new Error(`${command} ${args.join(' ')} ended with ${status}:\n${output}`));
    });
  });
}

/** What the processes of a group hold and have used, from Linux's `/proc`; null elsewhere. */
function groupUsage(group: number | undefined): ProcessUsage[] | null {
  if (process.platform !== 'linux' || group === undefined) return null;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => usageOf(pid, group) ?? []);
}

function usageOf(pid: string, group: number): ProcessUsage | null {
  try {
    // After the name in brackets, which may itself hold spaces: state, parent, group, …
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const field = (index: number) => Number(fields[index]);
    if (field(2) !== group) return null;
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return {
      pid,
      megabytes: Number(kilobytes ?? 0) / 1024,
      cpuSeconds: (field(11) + field(12)) / TICKS_A_SECOND,
    };
  } catch {
    // The process has ended meanwhile.
    return null;
  }
}
