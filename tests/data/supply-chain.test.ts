/** What is installed to build the site: where it comes from, what it may run, what its licence asks. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

type Package = {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
};

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const lockfile = readJson('package-lock.json') as { packages: Record<string, Package> };
const packages = Object.entries(lockfile.packages).filter(([folder]) => folder !== '');
const nameOf = (folder: string): string => folder.replace(/^.*node_modules\//, '');

const usual = 'asks for its notice only';
const buildOnly = 'a tool of the build; nothing of it is in the site';

/** Licences of what the site is built from, each with the reason why it is fine. */
const LICENCES: Readonly<Record<string, string>> = {
  MIT: usual,
  ISC: usual,
  'Apache-2.0': usual,
  'BSD-2-Clause': usual,
  'BSD-3-Clause': usual,
  'BlueOak-1.0.0': usual,
  'Python-2.0': usual,
  '0BSD': 'asks for nothing',
  'CC0-1.0': 'asks for nothing',
  'MPL-2.0': `${buildOnly} (lightningcss)`,
  'LGPL-3.0-or-later': `${buildOnly} (libvips, a library that sharp loads)`,
};

/** Packages that would run a script at install. `.npmrc` forbids it for all of them. */
const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  esbuild: 'makes its start quicker; the binary comes as a package of its own',
};

test('every package that the site is built from has a licence that was looked at', () => {
  const runtime = packages.filter(([, { dev }]) => !dev);
  assert.ok(runtime.length > 100);
  const unknown = runtime.flatMap(([folder, { license }]) =>
    (license ?? 'none')
      .split(' AND ')
      .filter((part) => !Object.hasOwn(LICENCES, part))
      .map((part) => `${nameOf(folder)}: ${part}`),
  );
  assert.deepEqual(unknown, []);
  const used = new Set(runtime.flatMap(([, { license }]) => license?.split(' AND ') ?? []));
  assert.deepEqual(
    Object.keys(LICENCES).filter((licence) => !used.has(licence)),
    [],
    'no package has these licences any more; take them off the list',
  );
});

test('the lockfile names the licence that a package itself names', () => {
  const installed = packages.filter(([folder]) => existsSync(`${folder}/package.json`));
  assert.ok(installed.length > 100);
  const different = installed.filter(([folder, { license }]) => {
    const own = readJson(`${folder}/package.json`) as { license?: unknown };
    return own.license !== license;
  });
  assert.deepEqual(
    different.map(([folder]) => nameOf(folder)),
    [],
  );
});

test('no package runs a script at install, and those that would are named', () => {
  const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript === true);
  assert.deepEqual(
    scripted.map(([folder]) => nameOf(folder)),
    Object.keys(INSTALL_SCRIPTS),
  );
  assert.match(readFileSync('.npmrc', 'utf8'), /^ignore-scripts=true$/m);
});

test('every package is pinned by its content, and by no single registry', () => {
  const unpinned = packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
  assert.deepEqual(
    unpinned.map(([folder]) => nameOf(folder)),
    [],
  );
  const located = packages.filter(([, { resolved }]) => resolved !== undefined);
  assert.deepEqual(
    located.map(([folder]) => nameOf(folder)),
    [],
    'write the lockfile with npm install --omit-lockfile-registry-resolved',
  );
});

test('every dependency is asked for in one exact version', () => {
  const manifest = readJson('package.json') as Record<string, Record<string, string> | undefined>;
  const asked = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}),
  );
  assert.ok(asked.length > 10);
  assert.deepEqual(
    asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
    [],
  );
});
