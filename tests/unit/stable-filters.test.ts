/** The same pages give the same index, whatever order Pagefind's hash table had. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { withStableFilters, type IndexFile } from '../../src/pipeline/stable-filters.ts';

type Value = readonly [name: string, pages: readonly number[]];

const values: readonly Value[] = [
  ['Gateway', [0, 23, 24, 255, 256, 70_000]],
  ['iOS', []],
  ['A value with a name that is longer than what fits into one byte', [1]],
];

/** What Pagefind writes as CBOR, as far as a filter needs it. */
function cbor(item: string | number | readonly unknown[]): Buffer {
  if (typeof item === 'number') return head(0, item);
  if (typeof item === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(item)), Buffer.from(item)]);
  return Buffer.concat([head(4, item.length), ...item.map((part) => cbor(part as typeof item))]);
}

function head(kind: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(kind << 5) | value]);
  const size = value < 256 ? 1 : value < 65_536 ? 2 : 4;
  const bytes = Buffer.alloc(1 + size);
  bytes.writeUInt8((kind << 5) | (23 + Math.log2(size) + 1));
  bytes.writeUIntBE(value, 1, size);
  return bytes;
}

const packed = (content: Buffer | string): Buffer =>
  gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), Buffer.from(content)]));

/** An index as Pagefind writes it, with the values in some order and the names that come of it. */
const indexOf = (order: readonly Value[], id: string): IndexFile[] => [
  { path: `pagefind.en_meta${id}.pf_meta`, content: packed(`a list, en_${id}, and more`) },
  { path: `filter/en_${id}.pf_filter`, content: packed(cbor(['family', order])) },
  { path: 'pagefind-entry.json', content: Buffer.from(`{"hash":"en_meta${id}"}`) },
  { path: 'index/en_1.pf_index', content: Buffer.from('words') },
];

test('two orders of the same values become the same files', () => {
  const one = withStableFilters(indexOf(values, 'aaaaaaa'));
  const other = withStableFilters(indexOf(values.toReversed(), 'bbbbbbb'));
  assert.deepEqual(one, other);
});

test('other values get other names', () => {
  const names = (files: readonly IndexFile[]) => files.map(({ path }) => path);
  const one = withStableFilters(indexOf(values, 'aaaaaaa'));
  const other = withStableFilters(indexOf(values.slice(1), 'aaaaaaa'));
  assert.notDeepEqual(names(one), names(other));
});

test('the filter keeps every value, and the files still name one another', () => {
  const [meta, filter, entry, words] = withStableFilters(indexOf(values, 'aaaaaaa'));
  assert.ok(meta && filter && entry && words);
  const plain = gunzipSync(filter.content).subarray('pagefind_dcd'.length);
  const sorted = values.toSorted(([a], [b]) => a.length - b.length);
  assert.deepEqual(plain, cbor(['family', sorted]));
  const filterId = /en_\w{7}/.exec(filter.path)?.[0] ?? '';
  assert.match(gunzipSync(meta.content).toString(), new RegExp(`, ${filterId}, `));
  const metaId = /en_\w{11}/.exec(meta.path)?.[0] ?? '';
  assert.equal(Buffer.from(entry.content).toString(), `{"hash":"${metaId}"}`);
  assert.equal(Buffer.from(words.content).toString(), 'words');
});

test('an index without a filter stays as it is', () => {
  const files = indexOf(values, 'aaaaaaa').filter(({ path }) => !path.startsWith('filter/'));
  assert.deepEqual(withStableFilters(files), files);
});

test('several filters are refused, for their order varies as well', () => {
  const files = indexOf(values, 'aaaaaaa');
  const more = files.map((file) => ({
    ...file,
    path: file.path.replace('filter/en', 'filter/fr'),
  }));
  assert.throws(() => withStableFilters([...files, ...more.slice(1, 2)]), /2 files like/);
});

test('an index of another form is refused', () => {
  const change = (path: RegExp, content: Buffer): IndexFile[] =>
    indexOf(values, 'aaaaaaa').map((file) => (path.test(file.path) ? { ...file, content } : file));
  assert.throws(() => withStableFilters(change(/pf_filter/, gzipSync('other'))), /does not begin/);
  assert.throws(() => withStableFilters(change(/pf_meta/, packed('nothing'))), /not exactly once/);
  const longer = packed(Buffer.concat([cbor(['family', values]), Buffer.from([0])]));
  assert.throws(() => withStableFilters(change(/pf_filter/, longer)), /unknown form/);
  const bytes = packed(Buffer.from([0x82, 0x40, 0x81, 0x40]));
  assert.throws(() => withStableFilters(change(/pf_filter/, bytes)), /unknown form/);
});
