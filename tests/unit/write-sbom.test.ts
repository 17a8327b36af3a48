/** The list of packages is the same wherever and whenever it is written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stableSbom } from '../../src/pipeline/write-sbom.ts';

const made = (serialNumber: string, timestamp: string, name: string) => ({
  bomFormat: 'CycloneDX',
  serialNumber,
  metadata: {
    timestamp,
    tools: [{ name: 'cli' }],
    component: { name, version: '1.0.0', purl: 'pkg:npm/project@1.0.0' },
  },
  components: [{ name: 'astro' }],
});

test('what npm makes up is left out, and everything else stays', () => {
  const one = stableSbom(made('urn:uuid:1', '2026-01-01', 'a-folder'), 'project');
  const other = stableSbom(made('urn:uuid:2', '2026-02-02', 'another'), 'project');
  assert.deepEqual(one, other);
  assert.deepEqual(one, {
    bomFormat: 'CycloneDX',
    metadata: {
      tools: [{ name: 'cli' }],
      component: { name: 'project', version: '1.0.0', purl: 'pkg:npm/project@1.0.0' },
    },
    components: [{ name: 'astro' }],
  });
});
