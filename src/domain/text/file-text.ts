/** The text of a file, whatever its encoding, and files that are none. */

export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'compressed'; readonly format: string }
  | { readonly kind: 'binary' };

/** How compressed files and archives begin, by the published description of each format. */
const MAGIC: readonly (readonly [format: string, bytes: readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['7-Zip', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['LZ4', [0x04, 0x22, 0x4d, 0x18]],
  ['compress', [0x1f, 0x9d]],
];

/** So much of a file shows its encoding. */
const SAMPLE = 4096;

/** So many bytes are decoded without a rest: a few milliseconds. */
const SLICE = 1024 * 1024;

/**
 * Reads a file: UTF-8, UTF-16 with or without a byte order mark, or GB 18030. Never throws.
 * @returns yields after every slice of it, so that the caller can let others work
 */
export function* fileText(bytes: Uint8Array): Generator<undefined, FileText> {
  const format = MAGIC.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte))?.[0];
  if (format !== undefined) return { kind: 'compressed', format };
  const wide = utf16Of(bytes);
  if (wide === null && bytes.subarray(0, SAMPLE).includes(0)) return { kind: 'binary' };
  const decoders = wide === null ? NARROW : [() => new TextDecoder(wide)];
  for (const createDecoder of decoders) {
    const text = yield* decode(bytes, createDecoder());
    if (text !== null) return { kind: 'text', text };
  }
  return { kind: 'binary' };
}

/** Windows in China writes logs in GB 18030. The last one reads everything, with marks for what it cannot. */
const NARROW: readonly (() => TextDecoder)[] = [
  () => new TextDecoder('utf-8', { fatal: true }),
  () => new TextDecoder('gb18030', { fatal: true }),
  () => new TextDecoder(),
];

/** @returns null where the bytes are no such text */
function* decode(bytes: Uint8Array, decoder: TextDecoder): Generator<undefined, string | null> {
  const parts: string[] = [];
  try {
    for (let from = 0; from < bytes.length; from += SLICE) {
      parts.push(decoder.decode(bytes.subarray(from, from + SLICE), { stream: true }));
      yield;
    }
    parts.push(decoder.decode());
  } catch {
    return null;
  }
  return parts.join('');
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Logs are mostly plain letters: in UTF-16 every other byte of them is zero.
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = sample.length / 2;
  if (odd > most * 0.5 && even < most * 0.05) return 'utf-16le';
  if (even > most * 0.5 && odd < most * 0.05) return 'utf-16be';
  return null;
}
