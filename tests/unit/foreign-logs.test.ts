/**
 * Whole logs as many programs write them, each with everything that the facts say about it: every code
 * with its line, every number of another system, and nothing else. All of them are full of ports,
 * process ids, sizes, line numbers and versions that look like codes.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { isNumber } from '../../src/domain/codes/code-id.ts';
import { decode } from '../../src/domain/text/decode.ts';
import { codeNamesOf } from '../../src/domain/text/kept-spans.ts';
import { redact } from '../../src/domain/text/redact.ts';
import { resolve } from '../../src/domain/text/resolve.ts';
import { createResolverIndex } from '../../src/domain/codes/resolver-index.ts';
import { redact as redactWords } from '../../src/words/en/redact.ts';
import type { Family } from '../../src/domain/codes/families.ts';

const { content } = readContent(fileURLToPath(new URL('../../', import.meta.url)));
const catalogue = createCatalogue(content);
const index = createResolverIndex(catalogue);

const FOLDER = new URL('logs/', import.meta.url);
const readLog = (name: string): string => readFileSync(new URL(`${name}.log`, FOLDER), 'utf8');

type Expected = {
  /** `<line>: <number> <meanings, or "undocumented">`; "SDK only" where no official table has a meaning. */
  readonly findings: readonly string[];
  /** `<line>: <system> <number>` */
  readonly neighbours: readonly string[];
  /** What a copy for somebody else must not hold. */
  readonly secrets: readonly string[];
};

const LOGS: Readonly<Record<string, Expected>> = {
  'android-threadtime': {
    findings: [
      '12: 7001 gateway/7001',
      '13: 7001 gateway/7001',
      '14: 7001 gateway/7001',
      '19: 4 android/4',
    ],
    neighbours: ['6: security-guard 608'],
    secrets: [
      'ONEX1B42C77091530',
      'X7Rk2TsAAGQDAJq7pZ0vH1cd',
      '2088412233445566',
      '203.0.113.77',
      '10.20.7.14',
      'eyJhbGciOiJIUzI1NiJ9.eyJ1aWQiOiI0NCJ9.q7Xz',
      '6d1f7003a9be7014cc52b8e04a7e1002',
    ],
  },
  'android-brief-and-long': {
    findings: [
      '6: 16 android/16',
      '7: 16 android/16',
      '14: 7014 gateway/7014',
      '21: 7014 gateway/7014',
      '25: 18 android/18',
      '29: 12 android/12, SDK only',
    ],
    neighbours: [],
    secrets: ['ALIPUB5C70D8E141412', '866174010203040', 'acct-55120077', '198.51.100.24'],
  },
  'android-studio-okhttp': {
    findings: [
      '12: 7003 gateway/7003',
      '15: 7003 gateway/7003',
      '19: 1002 gateway/1002',
      '26: 1000 gateway/1000',
    ],
    neighbours: ['22: payment-sdk 6001', '23: payment-sdk 6002', '24: payment-sdk 9000'],
    secrets: [
      'ONEX9E3388AA41207',
      'wRt8f0yYk7cDAF5v1xq9Zt3M',
      'U-7700312',
      '5cT9pQ1xkk0',
      'f3b2c1d04f5e6a7b8c9d',
      '192.168.31.107',
    ],
  },
  'xcode-console': {
    findings: [
      '17: 7014 gateway/7014',
      '23: 0 ios/0',
      '24: 0 ios/0',
      '27: 7002 gateway/7002',
      '31: 24 ios/24',
      '32: 8 ios/8, SDK only',
    ],
    neighbours: [
      '2: security-guard 1001',
      '3: security-guard 202',
      '22: url-loading -1001',
      '24: url-loading -1005',
    ],
    secrets: [
      'ONEXA7714B2291103',
      'IOS-did-4f8c1e77aa',
      '2088702218834410',
      '172.16.40.9',
      'tok_91ac55e1d7',
    ],
  },
  'ios-unified-log': {
    findings: [
      '5: 3002 gateway/3002',
      '6: 3003 gateway/3003+ios/3003',
      '7: 4 ios/4',
      '8: 2 ios/2',
      '10: 9 ios/9',
    ],
    neighbours: ['7: url-loading -999', '14: security-guard 607'],
    secrets: [
      'ONEX0042DE7710981',
      '9F1E77B0-2C1D-4D1A-8E55-0C7A9B3D4E21',
      'user_kate_0931',
      '2001:db8:7014::1005',
      's1g-77ae90c2b1',
    ],
  },
  'charles-har': {
    findings: ['26: 7001 gateway/7001', '59: 4002 gateway/4002'],
    neighbours: [],
    secrets: [
      'ONEX66F0124B8E209',
      'H4rD1dQ0zAAB77',
      '113.87.160.42',
      'SIGN0f9e8d7c6b5a',
      'eyJ0eXAiOiJKV1QifQ.e30.har7014',
    ],
  },
  'curl-and-scripts': {
    findings: [
      '13: 1005 gateway/1005',
      '19: 3000 gateway/3000',
      '20: 2000 gateway/2000',
      '23: 3001 gateway/3001',
      '29: 4003 gateway/4003',
      '34: 5000 gateway/5000',
      '37: 7007 gateway/7007',
      '38: 8002 gateway/8002',
    ],
    neighbours: [],
    secrets: [
      'ONEX3141592653589',
      'cu7lDevice0001AAx',
      '198.18.7.14',
      'c0ffee7014c0ffee7003',
      'tgt-77-QmFzZTY0',
    ],
  },
  'gateway-server': {
    findings: [
      '2: 4001 gateway/4001',
      '3: 7003 gateway/7003',
      '4: 6666 service/6666',
      '6: 1000 gateway/1000',
      '11: 4003 gateway/4003',
      '17: 3000 gateway/3000',
    ],
    neighbours: [],
    secrets: [
      'ONEX1B42C77091530',
      'U88120034417',
      'DEVa77b1c9',
      '203.0.113.91',
      'UUID-5e1d-44',
      '10.31.4.12',
    ],
  },
  'backend-spi-java': {
    findings: [
      '14: 6666 service/6666',
      '15: 6002 service/6002',
      '16: 1000 gateway/1000',
      '19: 6004 service/6004',
      '22: 6001 service/6001',
    ],
    neighbours: [],
    secrets: ['ONEX7E1120C0AA713', 'cust-00917733', 'DID-b19e0cc2', '100.64.12.200', 'st-OTk3MTE'],
  },
  'json-collector': {
    findings: [
      '1: 1005 gateway/1005',
      '2: 1002 gateway/1002',
      '3: 7002 gateway/7002',
      '5: 7 android/7',
      '6: 3000 gateway/3000',
      '7: 5 android/5',
      '11: 7014 gateway/7014',
    ],
    neighbours: ['10: payment-sdk 6001', '12: security-guard 1002'],
    secrets: [
      'ONEX2718281828459',
      'DVC-99aa-771c',
      'member:44120',
      '203.0.113.5',
      'sgn.7f7e7d7c',
      'tk-aa.bb.cc',
    ],
  },
  'h5-console': {
    findings: ['5: 1002 gateway/1002', '12: 3000 gateway/3000', '13: 7002 gateway/7002'],
    neighbours: ['3: h5-rpc 10', '4: h5-rpc 11'],
    secrets: [
      'ONEX4669201609102',
      'wx-did-778810',
      'visitor-31337',
      '192.0.2.144',
      'jwt.eyJhIjoxfQ.7014',
    ],
  },
  'crash-reports': {
    findings: [
      '7: 15 android/15',
      '20: 500 undocumented',
      '25: 13 android/13',
      '29: 502 android/http-other',
      '30: 404 android/http-4xx',
      '33: 10 android/10',
    ],
    neighbours: [],
    secrets: ['ONEX1618033988749', 'a1b2c3d4e5f60718', 'crash-user-660', '198.51.100.201'],
  },
  'support-ticket': {
    findings: [
      '4: 7014 gateway/7014',
      '5: 1002 gateway/1002',
      '6: 4001 gateway/4001',
      '8: 3001 gateway/3001',
      '13: 7003 gateway/7003',
      '14: 3000 gateway/3000',
      '15: 7002 gateway/7002',
    ],
    neighbours: ['18: payment-sdk 6001'],
    secrets: [
      'ONEX8899001122334',
      '860123456789012',
      'zhang.san_8812',
      '113.90.20.77',
      'tk_9a8b7c6d5e',
    ],
  },
  'nginx-access': {
    findings: [
      '1: 7014 gateway/7014',
      '4: 4001 gateway/4001',
      '5: 8002 gateway/8002',
      '7: 1000 gateway/1000',
      '11: 2000 gateway/2000',
    ],
    neighbours: [],
    secrets: [
      '198.51.100.77',
      '203.0.113.130',
      'ONEX5772156649015',
      'ngx-did-5511',
      'usr5561',
      'sg7f6e5d4c',
    ],
  },
  'kubernetes-sidecar': {
    findings: [
      '2: 7000 gateway/7000',
      '3: 3002 gateway/3002',
      '6: 7001 gateway/7001',
      '7: 6 ios/6',
      '8: 2 android/2',
    ],
    neighbours: [],
    secrets: [
      'ONEX0915965594177',
      'gwdev-cc01-88',
      '10.244.70.14',
      'u_314159',
      'b64sig/Zm9vYmFy==',
      'ses-7aa9',
    ],
  },
  'nothing-here': {
    findings: [],
    neighbours: [],
    secrets: ['192.0.2.18'],
  },
  'flutter-react-native': {
    findings: [
      '7: 3 android/3',
      '9: 3002 gateway/3002',
      '11: 3 ios/3',
      '12: 4003 gateway/4003',
      '16: 8002 gateway/8002',
    ],
    neighbours: [],
    secrets: ['ONEX6626070150412', 'fl-did-90cc17', 'rn-user-5150', '100.100.7.14', 'zk_tok_55aa'],
  },
  'fiddler-csv-xml': {
    findings: [
      '2: 7007 gateway/7007',
      '4: 4002 gateway/4002',
      '20: 7000 gateway/7000',
      '25: 2000 gateway/2000',
    ],
    neighbours: ['26: payment-sdk 6004'],
    secrets: [
      'ONEX5358979323846',
      'FD-1D-00-77',
      'm88410099',
      '203.0.113.211',
      '3f9a7014bb7003',
      'AbCdEf0123tok',
    ],
  },
  'exported-tables': {
    findings: [
      '3: 7002 gateway/7002',
      '4: 4001 gateway/4001',
      '5: 1000 gateway/1000',
      '9: 7014 gateway/7014',
      '10: 3000 gateway/3000',
      '15: 1002 gateway/1002',
      '16: 7007 gateway/7007',
      '21: 6666 service/6666',
      '26: 4002 gateway/4002',
      '27: 6001 service/6001',
      '31: 16 android/16',
      '32: 0 ios/0',
      '44: 3001 gateway/3001',
      '45: 5 android/5',
    ],
    neighbours: [],
    secrets: ['zhang.san@example.org', '13800138001'],
  },
  'sentry-logfmt-syslog': {
    findings: [
      '2: 6000 service/6000',
      '3: 6005 service/6005',
      '4: 6007 service/6007',
      '10: 6 android/6',
      '17: 6003 service/6003',
      '19: 5 ios/5',
      '24: 7002 gateway/7002',
      '25: 24 ios/24',
    ],
    neighbours: [],
    secrets: ['ONEX8462643383279', 'SN-dev-1a2b3c', 'sentry-u-77', '198.51.100.150', 'hunter2tok'],
  },
};

/** The logs that were written on Windows. */
const WITH_CARRIAGE_RETURNS: readonly string[] = [
  'android-threadtime',
  'charles-har',
  'backend-spi-java',
  'crash-reports',
  'support-ticket',
  'nothing-here',
  'fiddler-csv-xml',
];

/** `android/0+ios/0`, with a note where an SDK alone knows them. */
function meaningsText(ids: readonly string[]): string {
  const isSdkOnly = ids.every((id) => catalogue.meaning(id).standing === 'undocumented');
  return `${[...ids].sort().join('+')}${isSdkOnly ? ', SDK only' : ''}`;
}

/** What a log says, each thing once a line. */
function readingOf(text: string): Pick<Expected, 'findings' | 'neighbours'> {
  const { findings, neighbours } = decode(index, text);
  const codes = findings.map(({ line, number, answer }) => {
    const said = answer.kind === 'meanings' ? meaningsText(answer.ids) : 'undocumented';
    return `${line}: ${number} ${said}`;
  });
  return {
    findings: [...new Set(codes)],
    neighbours: [...new Set(neighbours.map((n) => `${n.line}: ${n.system} ${n.number}`))],
  };
}

describe('a whole log', () => {
  test('has a file of its own, with the line ends of its system', () => {
    const files = readdirSync(FOLDER)
      .filter((file) => file.endsWith('.log'))
      .map((file) => file.slice(0, -'.log'.length));
    assert.deepEqual(files.sort(), Object.keys(LOGS).sort());
    for (const name of files)
      assert.equal(readLog(name).includes('\r\n'), WITH_CARRIAGE_RETURNS.includes(name), name);
  });

  for (const [name, { secrets, ...expected }] of Object.entries(LOGS))
    describe(name, () => {
      const log = readLog(name);

      test('is decoded: nothing is missing and nothing invented', () => {
        assert.deepEqual(readingOf(log), expected);
      });

      test('has other line ends and says the same', () => {
        const plain = log.replaceAll('\r\n', '\n');
        assert.deepEqual(readingOf(plain), expected);
        assert.deepEqual(readingOf(plain.replaceAll('\n', '\r\n')), expected);
      });

      test('is copied with its codes and without what names somebody', () => {
        const copy = redact(log, { labels: redactWords.masks, isCodeName: codeNamesOf(index) });
        assert.deepEqual(readingOf(copy), expected);
        for (const secret of secrets) {
          assert.ok(log.includes(secret), `${secret} is planted`);
          assert.ok(!copy.includes(secret), `${secret} is masked`);
        }
      });
    });
});

const SERVER: readonly Family[] = ['gateway', 'service'];

/** How logs spell a code, and the tables that each spelling leaves open. */
const SPELLINGS: readonly (readonly [
  spell: (code: string) => string,
  families: readonly Family[],
])[] = [
  [(code) => code, ['gateway', 'service', 'android', 'ios']],
  [(code) => `Result-Status: ${code}`, SERVER],
  [(code) => `result-status：${code}`, SERVER],
  [(code) => `"result-status" = ${code};`, SERVER],
  [(code) => `{Result-Status=[${code}], Memo=[]}`, SERVER],
  [(code) => `('result-status', '${code}')`, SERVER],
  [(code) => `'result-status': [ '${code}' ]`, SERVER],
  [(code) => `[AnyHashable("Result-Status"): ${code}]`, SERVER],
  [(code) => `upstream_http_result_status="${code}"`, SERVER],
  [(code) => `{ "name": "Result-Status", "value": "${code}" }`, SERVER],
  [(code) => `map[Result-Status:[${code}]]`, SERVER],
  [(code) => `resultStatus=${code}`, SERVER],
  [(code) => `{"resultStatus": ${code}, "tips": ""}`, SERVER],
  [(code) => `{\\"resultStatus\\":${code}}`, SERVER],
  [(code) => `{&quot;resultStatus&quot;:${code}}`, SERVER],
  [(code) => `"{""resultStatus"":${code}}"`, SERVER],
  [(code) => `^API=a.b^ERR_CODE=${code}^`, SERVER],
  [(code) => `RPCException: [${code}] : x`, ['android', ...SERVER]],
  [(code) => `RpcException[code=${code}, msg=x]`, ['android', ...SERVER]],
  [(code) => `RpcException code=${code}`, ['android', ...SERVER]],
  [(code) => `Rpc Exception code : ${code}`, ['ios', ...SERVER]],
  [(code) => `Error Domain=kDTRpcException Code=${code} "(null)"`, ['ios', ...SERVER]],
];

describe('every code in every spelling', () => {
  for (const [spell, families] of SPELLINGS)
    test(`${JSON.stringify(spell('7014'))}: is the exact answer`, () => {
      let tried = 0;
      for (const { code } of catalogue.pages.filter((page) => isNumber(page.code))) {
        const meant = catalogue.meaningsOf(code).filter(({ family }) => families.includes(family));
        if (meant.length === 0) continue;
        const expected = meant.map(({ id }) => id).sort();
        const text = spell(code);
        const answer = resolve(index, text);
        assert.deepEqual(answer.kind === 'meanings' && [...answer.ids].sort(), expected, text);
        if (text !== code)
          assert.deepEqual(
            readingOf(`x\r\n${text}\r\n`),
            { findings: [`2: ${code} ${meaningsText(expected)}`], neighbours: [] },
            text,
          );
        tried += 1;
      }
      assert.ok(tried > 20);
    });
});
