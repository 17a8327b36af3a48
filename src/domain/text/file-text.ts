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

/** Encodings that bytes are or are not in; Windows in China writes logs in the second. */
const STRICT = ['utf-8', 'gb18030'] as const;

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
  if (wide === null)
    for (const encoding of STRICT)
      try {
        const decoder = new TextDecoder(encoding, { fatal: true });
        return { kind: 'text', text: yield* decode(bytes, decoder) };
      } catch {
        // It is in the next one, or in none of them.
      }
  return { kind: 'text', text: yield* decode(bytes, new TextDecoder(wide ?? 'utf-8')) };
}

/** @throws TypeError where a strict decoder meets bytes that are no text of its encoding */
function* decode(bytes: Uint8Array, decoder: TextDecoder): Generator<undefined, string> {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += SLICE) {
    parts.push(decoder.decode(bytes.subarray(from, from + SLICE), { stream: true }));
    yield;
  }
  parts.push(decoder.decode());
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
