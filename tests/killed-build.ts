/** A process that is killed just after it has put the last good folder aside. */
const KILLER = `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { renameSync } = fs;
  fs.renameSync = (from, to) => {
    renameSync(from, to);
    if (String(to).endsWith('.previous')) process.kill(process.pid, 'SIGKILL');
  };
  syncBuiltinESMExports();
`;

/** Arguments of Node that kill it there. */
export const killBetweenRenames: readonly string[] = [
  '--import',
  `data:text/javascript,${encodeURIComponent(KILLER)}`,
];
