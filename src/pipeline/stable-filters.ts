/**
 * Pagefind 1.5 writes the values of a filter in the order of a hash table, which differs from build to
 * build, and names files after their content. Here they are put in order, so that two builds of one
 * commit are the same bytes.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

export type IndexFile = { readonly path: string; readonly content: Uint8Array };

/** Every file of the index begins so, once it is unpacked. */
const SIGNATURE = Buffer.from('pagefind_dcd');

/**
 * The same index with the values of its filter in order, and with every name that follows from that.
 * @throws Error where the index is not as Pagefind 1.5 writes it
 */
export function withStableFilters(files: readonly IndexFile[]): IndexFile[] {
  if (!files.some(({ path }) => path.endsWith('.pf_filter'))) return [...files];
  // With several filters their own order would be a hash table's as well.
  const filter = only(files, /^filter\/(?<id>\w+)\.pf_filter$/);
  const meta = only(files, /^pagefind\.(?<id>\w+)\.pf_meta$/);
  const entry = only(files, /^pagefind-entry\.json$/);

  const newFilter = sortValues(unpack(filter.file.content));
  const newFilterId = idLike(filter.id, newFilter);
  const newMeta = replaceOnce(unpack(meta.file.content), filter.id, newFilterId);
  const newMetaId = idLike(meta.id, newMeta);
  const newEntry = replaceOnce(Buffer.from(entry.file.content), meta.id, newMetaId);

  const changed = new Map<IndexFile, IndexFile>([
    [filter.file, { path: `filter/${newFilterId}.pf_filter`, content: pack(newFilter) }],
    [meta.file, { path: `pagefind.${newMetaId}.pf_meta`, content: pack(newMeta) }],
    [entry.file, { path: entry.file.path, content: newEntry }],
  ]);
  return files.map((file) => changed.get(file) ?? file);
}

function only(files: readonly IndexFile[], name: RegExp): { file: IndexFile; id: string } {
  const found = files.filter(({ path }) => name.test(path));
  const [file] = found;
  if (!file || found.length > 1)
    throw new Error(`The search index has ${found.length} files like ${name.source}, not one.`);
  return { file, id: name.exec(file.path)?.groups?.['id'] ?? '' };
}

function unpack(content: Uint8Array): Buffer {
  const plain = gunzipSync(content);
  if (!plain.subarray(0, SIGNATURE.length).equals(SIGNATURE))
    throw new Error('A file of the search index does not begin as Pagefind 1.5 writes it.');
  return plain.subarray(SIGNATURE.length);
}

const pack = (plain: Buffer): Buffer => gzipSync(Buffer.concat([SIGNATURE, plain]), { level: 9 });

/** `en_0123456`: the language stays, and so many digits of a hash follow as there were. */
function idLike(id: string, content: Buffer): string {
  const [language = '', digits = ''] = id.split('_');
  const hash = createHash('sha256').update(content).digest('hex');
  return `${language}_${hash.slice(0, digits.length)}`;
}

/** Both have the same length, so that no length written before them changes. */
function replaceOnce(content: Buffer, from: string, to: string): Buffer {
  const at = content.indexOf(from);
  if (at < 0 || content.includes(from, at + 1))
    throw new Error(`The search index names ${from} not exactly once.`);
  const copy = Buffer.from(content);
  copy.write(to, at, 'latin1');
  return copy;
}

/** A filter is `[name, [[value, [page, …]], …]]` in CBOR; the values are put in the order of their bytes. */
function sortValues(filter: Buffer): Buffer {
  const name = headAt(filter, 0).next;
  const list = itemEnd(filter, name);
  const { value: count, next: first } = headAt(filter, list);
  const values: Buffer[] = [];
  let at = first;
  for (let index = 0; index < count; index++) {
    const end = itemEnd(filter, at);
    values.push(filter.subarray(at, end));
    at = end;
  }
  if (at !== filter.length) throw new Error('The filter of the search index has an unknown form.');
  return Buffer.concat([filter.subarray(0, first), ...values.sort(Buffer.compare)]);
}

const [NUMBER, TEXT, ARRAY] = [0, 3, 4];

/** The kind of the CBOR item at a place, its number, length or count, and where what follows begins. */
function headAt(bytes: Buffer, at: number): { kind: number; value: number; next: number } {
  const first = bytes.readUInt8(at);
  const [kind, short] = [first >> 5, first & 31];
  if (short < 24) return { kind, value: short, next: at + 1 };
  const size = { 24: 1, 25: 2, 26: 4 }[short];
  if (size === undefined) throw new Error('The filter of the search index has an unknown form.');
  return { kind, value: bytes.readUIntBE(at + 1, size), next: at + 1 + size };
}

/** Where the CBOR item that begins at a place ends. */
function itemEnd(bytes: Buffer, at: number): number {
  const { kind, value, next } = headAt(bytes, at);
  if (kind === NUMBER) return next;
  if (kind === TEXT) return next + value;
  if (kind !== ARRAY) throw new Error('The filter of the search index has an unknown form.');
  let end = next;
  for (let index = 0; index < value; index++) end = itemEnd(bytes, end);
  return end;
}
