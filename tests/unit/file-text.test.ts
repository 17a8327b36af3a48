/** Files that are opened in the decoder: their encoding, and those that hold no text. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { fileText as readFileText, type FileText } from '../../src/domain/text/file-text.ts';

/** Reads it to its end. */
function fileText(bytes: Uint8Array): FileText {
  const reading = readFileText(bytes);
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}

const LOG = 'Result-Status: 7001\r\nmemo: 验签失败\r\n';

const bigEndian = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

const TEXTS: Readonly<Record<string, Buffer>> = {
  'UTF-8': Buffer.from(LOG),
  'UTF-8 with its mark': Buffer.from(`\uFEFF${LOG}`),
  'UTF-16, little end first': Buffer.from(`\uFEFF${LOG}`, 'utf16le'),
  'UTF-16, big end first': bigEndian(Buffer.from(`\uFEFF${LOG}`, 'utf16le')),
  'UTF-16 without a mark': Buffer.from(LOG, 'utf16le'),
  'UTF-16 without a mark, big end first': bigEndian(Buffer.from(LOG, 'utf16le')),
};

describe('a text file', () => {
  for (const [name, bytes] of Object.entries(TEXTS))
    test(`in ${name} is read`, () => {
      assert.deepEqual(fileText(bytes), { kind: 'text', text: LOG });
    });

  test('in the encoding of Windows in China is read', () => {
    const bytes = Buffer.concat([Buffer.from('memo: '), Buffer.from([0xd1, 0xe9, 0xc7, 0xa9])]);
    assert.deepEqual(fileText(bytes), { kind: 'text', text: 'memo: 验签' });
  });

  test('without a plain letter is read by the mark of UTF-16', () => {
    const bytes = Buffer.from('\uFEFF验签失败', 'utf16le');
    for (const each of [bytes, bigEndian(bytes)])
      assert.deepEqual(fileText(each), { kind: 'text', text: '验签失败' });
  });

  test('with a broken character is read all the same', () => {
    const bytes = Buffer.concat([Buffer.from('RPCException: [7014] '), Buffer.from([0xff])]);
    const read = fileText(bytes);
    assert.ok(read.kind === 'text' && read.text.startsWith('RPCException: [7014] '));
  });

  test('of many slices is whole, also where one ends within a character', () => {
    for (const text of ['验签失败\n'.repeat(250_000), `x${'验签失败\n'.repeat(250_000)}`]) {
      const read = fileText(Buffer.from(text));
      assert.ok(read.kind === 'text' && read.text === text);
    }
  });

  test('takes a rest after every slice, and reads another encoding from the start', () => {
    const bytes = Buffer.concat([
      Buffer.alloc(3 * 1024 * 1024, 'a\n'),
      Buffer.from([0xd1, 0xe9, 0xc7, 0xa9]),
    ]);
    const reading = readFileText(bytes);
    let rests = 0;
    let step = reading.next();
    for (; !step.done; step = reading.next()) rests += 1;
    assert.ok(step.value.kind === 'text' && step.value.text.endsWith('a\n验签'));
    assert.equal(rests, 3 + 4);
  });

  test('may be empty', () => {
    assert.deepEqual(fileText(new Uint8Array()), { kind: 'text', text: '' });
  });
});

describe('a file that holds no text', () => {
  test('is said to be compressed, and how', () => {
    const zip = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), deflateRawSync(LOG)]);
    assert.deepEqual(fileText(gzipSync(LOG)), { kind: 'compressed', format: 'gzip' });
    assert.deepEqual(fileText(zip), { kind: 'compressed', format: 'zip' });
    // As `file` prints the first bytes of one of each.
    for (const [format, first] of [
      ['zip', '504b0506'],
      ['bzip2', '425a6839'],
      ['xz', 'fd377a585a00'],
      ['7-Zip', '377abcaf271c'],
      ['Zstandard', '28b52ffd'],
      ['RAR', '526172211a07'],
      ['LZ4', '04224d18'],
      ['compress', '1f9d90'],
    ] as const) {
      const bytes = Buffer.from(`${first}01`, 'hex');
      assert.deepEqual(fileText(bytes), { kind: 'compressed', format });
    }
  });

  test('is said to be none', () => {
    assert.deepEqual(fileText(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0])), {
      kind: 'binary',
    });
  });
});
