import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FAMILIES, familyOf, type Family } from '../../src/domain/codes/families.ts';
import { readContent } from '../../src/pipeline/read-content.ts';

const { sourceTables } = readContent(fileURLToPath(new URL('../../', import.meta.url))).content;

/** The codes of each table, in the order of the source documents. Nothing else in the tests counts them. */
const CODES: Readonly<Record<Family, readonly string[]>> = {
  gateway:
    '1000 1001 1002 1005 2000 3000 3001 3002 3003 4001 4002 4003 5000 7000 7001 7002 7003 7007 7014 8002'.split(
      ' ',
    ),
  service: '6000 6001 6002 6003 6004 6005 6007 6666'.split(' '),
  android: [
    ...'0 1 2 3 4 5 6 7 8 9 10 13 15 16 18'.split(' '),
    'code ≥ 400 and code < 500',
    '400 > code ≥ 100 and 500 < code < 600',
  ],
  ios: '0 1 2 3 4 5 6 9 24 3003'.split(' '),
  'security-guard':
    '101 102 103 104 105 106 107 108 109 121 122 123 124 125 199 201 202 203 204 205 206 207 208 209 212 299 301 302 303 304 305 306 307 308 309 310 311 312 399 401 402 403'.split(
      ' ',
    ),
};

for (const family of FAMILIES)
  test(`the ${family} table has the codes of the source, in its order`, () => {
    const codeColumn = Object.keys(familyOf(family).columns)[0] ?? '';
    assert.deepEqual(
      sourceTables[family]?.map((row) => row[codeColumn]),
      CODES[family],
    );
  });

const rowOf = (family: Family, column: string) => (key: string) =>
  sourceTables[family]?.find((row) => row[column] === key);
const gateway = rowOf('gateway', 'code');
const service = rowOf('service', 'code');
const android = rowOf('android', 'code');
const ios = rowOf('ios', 'value');

/** Cells with something in them that a hand or a tool might smooth out. */
const CELLS = [
  [
    'gateway 3000, a lower-case "is closed"',
    gateway('3000')?.['description'],
    'RPC interface does not exist or is closed',
  ],
  [
    'gateway 4002, without an article',
    gateway('4002')?.['description'],
    'Exception in remote call to business system',
  ],
  ['gateway 4003, HOST in capitals', gateway('4003')?.['description'], 'API group HOST exception'],
  [
    'gateway 7003, a hyphen between spaces',
    gateway('7003')?.['description'],
    'Signature verification - timeliness failed',
  ],
  [
    'gateway 8002, an explanation in brackets',
    gateway('8002')?.['description'],
    'Cross-domain preflight request (CORS preflight)',
  ],
  ['service 6000, two protocols', service('6000')?.['protocols'], 'MPC, DUBBO'],
  ['service 6004, three protocols', service('6004')?.['protocols'], 'HTTP, MPC, DUBBO'],
  [
    'service 6007, logon in one word',
    service('6007')?.['description'],
    'RPC - Logon authentication service is unavailable',
  ],
  [
    'android 3, an apostrophe in the prompt',
    android('3')?.['prompt'],
    "The client certificate is incorrect. Check if the phone's time setting is accurate.",
  ],
  [
    'android 4, a space within 10 s',
    android('4')?.['description'],
    'The client network connection timed out. This error occurs when the TCP connection exceeds the 10 s timeout period.',
  ],
  [
    'android 15, quotation marks within the text',
    android('15')?.['description'],
    'A client network authorization error occurred (HttpHostConnectException: "Connection to xxx refused"). This error indicates that there is no network connectivity or the server rejected the connection.',
  ],
  ['android 16, no full stop', android('16')?.['description'], 'DNS parsing error'],
  [
    'android 4xx, the prompt of a phone without a network',
    android('code ≥ 400 and code < 500')?.['prompt'],
    'Cannot connect to the network.',
  ],
  [
    'android, other statuses, whose condition leaves out 500',
    android('400 > code ≥ 100 and 500 < code < 600')?.['description'],
    'An unsuccessful HTTP status code was returned.',
  ],
  [
    'ios 0, a note run into the sentence',
    ios('0')?.['meaning'],
    'Cannot connect to the network. Important All network failures are classified under this code. The specific error is passed through using userinfo. The key to get the corresponding error from the userinfo dictionary is kDTRpcErrorCauseError.',
  ],
  ['ios 1, a lower-case k', ios('1')?.['statusCode'], 'kDTRpcEmptyResponse'],
  ['ios 9, an upper-case K', ios('9')?.['statusCode'], 'KDTRpcSizeControlError'],
  [
    'ios 9, ending with the colon before the lost list',
    ios('9')?.['meaning'],
    'An exception is thrown directly if the RPC payload is too large. This error is delegated to the caller:',
  ],
  ['ios 24, an upper-case K', ios('24')?.['statusCode'], 'KDTRpcAbandonError'],
  ['ios 3003, a slash for the name', ios('3003')?.['statusCode'], '/'],
  ['ios 3003', ios('3003')?.['meaning'], 'Decryption error.'],
] as const;

describe('the copy is word for word', () => {
  for (const [what, cell, expected] of CELLS)
    test(what, () => {
      assert.equal(cell, expected);
    });
});
