/** The files of single hosts say the same whatever the base path, and refuse what they cannot say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentPolicy } from '../../src/delivery/content-policy.ts';
import { assetsIgnore, headers, nginxConfig, redirects } from '../../src/delivery/hosts.ts';

const policy = contentPolicy(["'sha256-abc='"]);
const files = [headers, nginxConfig] as const;

test('every path is below the base', () => {
  for (const base of ['/docs/mgs', '/docs/mgs/']) {
    assert.equal(redirects(base), '/docs/mgs/codes/404 /docs/mgs/codes/404/ 200\n');
    assert.match(assetsIgnore(base), /^docs\/mgs\/codes\/404\.html\n/);
    const patterns = headers(base, policy).match(/^\/.*$/gm) ?? [];
    assert.deepEqual(
      patterns.filter((pattern) => !/^\/docs\/mgs\/[^/]/.test(pattern)),
      [],
    );
    assert.match(nginxConfig(base, policy), /^location \^~ \/docs\/mgs\/ \{$/m);
  }
  assert.match(nginxConfig('/', policy), /^location \^~ \/ \{$/m);
  assert.match(headers('/', policy), /^\/\*$/m);
});

test('the policy stands in both, with what only a header can say', () => {
  for (const write of files)
    assert.ok(write('/', policy).includes(`${policy}; frame-ancestors 'none'`), write.name);
});

test('no header stands under two patterns that meet, for Cloudflare would join their values', () => {
  const rules = headers('/', policy)
    .split(/^(?=\/)/m)
    .map((rule) => rule.split('\n').map((line) => line.trim()));
  const meet = (a: string, b: string): boolean =>
    a.endsWith('*') ? b.startsWith(a.slice(0, -1)) : a === b;
  const names = (lines: readonly string[]) => lines.slice(1, -1).map((line) => line.split(':')[0]);
  for (const [index, a] of rules.entries())
    for (const b of rules.slice(index + 1)) {
      if (!meet(a[0] ?? '', b[0] ?? '') && !meet(b[0] ?? '', a[0] ?? '')) continue;
      assert.deepEqual(
        names(a).filter((name) => names(b).includes(name)),
        [],
        `${a[0]} and ${b[0]}`,
      );
    }
});

test('a policy that Cloudflare would drop is refused', () => {
  const hashes = Array.from({ length: 40 }, () => `'sha256-${'A'.repeat(43)}='`);
  assert.throws(() => headers('/', contentPolicy(hashes)), /Cloudflare reads 2000/);
  assert.doesNotThrow(() => nginxConfig('/', contentPolicy(hashes)));
});

test('what nginx would read as more than a value is refused', () => {
  for (const value of ['"', '\\', '$host', '\n'])
    assert.throws(() => nginxConfig('/', `${policy}${value}`), /may not hold/, value);
});

test('a base path that is more than a path is refused', () => {
  for (const base of ['docs', '/a b', '/a;b', '/a{', '/a//b', '/a"'])
    for (const write of files) assert.throws(() => write(base, policy), /base path/, base);
});
