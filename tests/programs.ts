/** Programs of the system that tests need: where they are found, and how they are installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Program = {
  /** What it is called in sentences. */
  readonly name: string;
  /** An environment variable that may hold its path; it comes first. */
  readonly variable?: string;
  /** Names on the path, the best first. */
  readonly commands: readonly string[];
  /** Other places as patterns of files. */
  readonly places?: readonly string[];
  /** Names of its package with apt; of several, the first that is offered. */
  readonly apt: readonly string[];
  /** How it is installed elsewhere, by system. */
  readonly elsewhere?: Readonly<Record<string, string>>;
};

/** `sbin` is not on the path of an ordinary user. */
const MORE_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** The path of a program on this machine, or null where there is none. */
export function find({ variable, commands, places = [] }: Program): string | null {
  const own = variable === undefined ? undefined : process.env[variable];
  if (own !== undefined && own !== '') return existsSync(own) ? own : null;
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...MORE_FOLDERS];
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return onPath.find((path) => existsSync(path)) ?? globSync([...places])[0] ?? null;
}

/** One sentence on how a program is installed on each system. */
export function howToInstall({ name, variable, apt: packages, elsewhere = {} }: Program): string {
  const ways = Object.entries({
    'Debian or Ubuntu': packages.map((each) => `apt-get install ${each}`).join('" or "'),
    ...elsewhere,
  }).map(([system, command]) => `"${command}" (${system})`);
  const own = variable === undefined ? '' : `, or set ${variable} to its path`;
  return `Install ${name} with ${ways.join(', ')}${own}.`;
}

const LONGEST_WAIT_MS = 300_000;
const PAUSE_MS = 2_000;

/**
 * Installs a program with apt where that is possible: on Linux, as root. Waits for another run of apt
 * to end.
 * @returns its path, or null where it could not be installed
 */
export function install(program: Program): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  console.log(`${program.name} is missing; trying to install it.`);
  apt(['update']);
  for (const name of program.apt) {
    apt(['install', '--yes', '--no-install-recommends', name]);
    const found = find(program);
    if (found !== null) return found;
  }
  return null;
}

function apt(args: readonly string[]): void {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const { stderr } = spawnSync('apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const busy = /could not get lock|unable to (?:acquire|lock)/i.test(stderr ?? '');
    if (!busy || Date.now() > deadline) return;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
}

/**
 * Looks for programs without which some tests are left out. With `CI` set they are installed.
 * @param without what is not tested where one is missing, such as `the reader's paths in Firefox`
 * @returns one line that says what is left out and how to get it, or null where all are there
 * @throws Error with that line where `CI` is set and one cannot be installed
 */
export function missingPrograms(programs: readonly Program[], without: string): string | null {
  const missing = programs.filter(
    (program) => (find(program) ?? (process.env['CI'] ? install(program) : null)) === null,
  );
  if (missing.length === 0) return null;
  const names = missing.map(({ name }) => name).join(', ');
  const line = `Missing: ${names}. Not tested: ${without}. ${missing.map(howToInstall).join(' ')}`;
  if (process.env['CI']) throw new Error(line);
  return line;
}
