import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { isNumber } from '../../src/domain/codes/code-id.ts';
import { createDecoder, decode, type Decoded, type Finding } from '../../src/domain/text/decode.ts';
import { LOG_SHAPES, NEIGHBOUR_SHAPES } from '../../src/domain/text/log-shapes.ts';
import { createResolverIndex } from '../../src/domain/codes/resolver-index.ts';
import { ANY_CHARACTER } from './any-character.ts';

const { content } = readContent(fileURLToPath(new URL('../../', import.meta.url)));
const catalogue = createCatalogue(content);
const index = createResolverIndex(catalogue);
const IDS = new Set(index.meanings.map(({ id }) => id));

/** What a finding says, in one word or some: ids, or `? number`. */
const said = ({ answer }: Pick<Finding, 'answer'>): string =>
  answer.kind === 'meanings' ? answer.ids.join(' ') : `? ${answer.number}`;

const saidIn = (text: string): string[] => decode(index, text).findings.map(said);

const neighboursIn = (text: string): string[] =>
  decode(index, text).neighbours.map(({ system, number }) => `${system} ${number}`);

function only(text: string): Finding {
  const { findings } = decode(index, text);
  const [finding] = findings;
  assert.ok(finding && findings.length === 1, `${findings.length} findings in ${text}`);
  return finding;
}

/** The reply to `alipay.client.getUnionResource` that the page on "System is busy" prints. */
const IOS_REPLY = `Demo[83383:2546279] [mPaaSLog] APMobileNetwork alipay.client.getUnionResource resp:{
    "Content-Length" = 0;
    "Content-Type" = "text/plain;charset=UTF-8";
    Date = "Tue, 11 Aug 2020 04:50:08 GMT";
    memo = "%E9%AA%8C%E7%AD%BERPC%E6%8E%A5%E5%8F%A3%20%E5%8A%A0%E7%AD%BE%E6%95%B0%E6%8D%AE%E4%B8%BA%E7%A9%BA";
    "mgw-traceid" = 0a1d7667159712140890222728553;
    "result-status" = 7014;
    "server-time" = 1597121408902;
    tips = "%E9%AA%8C%E7%AD%BERPC%E6%8E%A5%E5%8F%A3%20%E5%8A%A0%E7%AD%BE%E6%95%B0%E6%8D%AE%E4%B8%BA%E7%A9%BA";
}`;

/** The samples of the pages on the servers' logs. */
const GATEWAY_DIGEST =
  '2020-06-03 14:14:08,001 - (/mgw.htm,response,Y,61ms,alipay.mcdp.space.initSpaceInfo,-,84EFA9A281942,default,1000,-,-,-,-,Wz4Zak5peDgDAGRNW5rFFGhT,Wz4Zak5peDgDAGRNW5rFFGhTN9uqCLa,Wz4Zak5peDgDAGRNW5rFFGhTN9uqCLa,223.104.210.136,HTTP,JSON,2,2406,F,0a1d76671591164847940829820658,T,ANDROID,61,4,2.0)';
const SERVICE_DIGEST =
  '2017-09-12 11:15:57,700 - (com.alipay.gateway.test,ANT_CLOUD_APP,3.0.0.20171214,36ms,Y,1000,79c731d5150518615768657974443)';

/** Numbers of a neighbouring system, wherever the index keeps them. */
const numbersOf = (system: string): string[] => [
  ...index.neighbours
    .filter(({ origin }) => origin === system)
    .map(({ spans }) => String(spans[0]?.from)),
  ...index.meanings
    .filter(({ id, code }) => id.startsWith(`${system}/`) && isNumber(code))
    .map(({ code }) => code),
];

/** The shapes that alone are no more than probable. */
const STRENGTHS: Readonly<Record<string, string>> = {
  'exception-class': 'probable',
  'short-header': 'probable',
  'h5-client-reply': 'probable',
};

/** Numbers that a shape answers otherwise: 10 and 11 are the H5 call's own, `resultStatus = 6001` may be a payment. */
const isOtherwise = (shape: string, number: string): boolean =>
  (shape === 'h5-client-reply' && /^1[01]$/.test(number)) ||
  (shape === 'json-body' && /^(?:5000|600[124])$/.test(number));

describe('every shape', () => {
  for (const shape of LOG_SHAPES)
    test(`${shape.id}: its examples are the meanings that its families have`, () => {
      const numbers = new Set(
        catalogue.meanings
          .filter(({ code, family }) => isNumber(code) && shape.families.includes(family))
          .map(({ code }) => code),
      );
      for (const number of numbers) {
        if (isOtherwise(shape.id, number)) continue;
        const expected = shape.families
          .flatMap((family) => catalogue.meaningsOf(number).filter((one) => one.family === family))
          .map(({ id }) => id)
          .join(' ');
        for (const example of shape.examples(number)) {
          const { answer, text, families, reason, strength, shape: found } = only(example);
          assert.equal(said({ answer }), expected, example);
          assert.equal(text, number);
          assert.equal(found.id, shape.id);
          assert.ok(families.length > 0 && reason.length > 0);
          assert.equal(strength, STRENGTHS[shape.id] ?? 'certain');
        }
      }
    });

  for (const shape of NEIGHBOUR_SHAPES)
    test(`${shape.id}: its examples are the neighbour's and not ours`, () => {
      const numbers = numbersOf(shape.system)
        // From 701 on the lone form is too common to be Security Guard's.
        .filter((number) => shape.id !== 'security-guard-error-code' || Number(number) < 700);
      for (const number of numbers)
        for (const example of shape.examples(number)) {
          const { findings, neighbours } = decode(index, example);
          assert.deepEqual(findings, [], example);
          assert.equal(neighbours.length, 1, example);
          assert.equal(neighbours[0]?.system, shape.system);
          assert.equal(neighbours[0].number, number);
          assert.notEqual(neighbours[0].known.length + neighbours[0].ids.length, 0);
        }
    });
});

test('no form says with certainty that a number is not documented which its side has a table for', () => {
  const numbers = new Set(index.meanings.map(({ code }) => code).filter(isNumber));
  for (const shape of LOG_SHAPES)
    for (const number of numbers)
      for (const example of shape.examples(number))
        for (const { answer, strength, platform } of decode(index, example).findings) {
          if (answer.kind === 'meanings' || strength !== 'certain') continue;
          const elsewhere = answer.elsewhere.map((id) => catalogue.meaning(id).family);
          const side = platform === null ? ['android', 'ios'] : [platform];
          for (const family of ['gateway', 'service', ...side])
            assert.ok(!elsewhere.some((each) => each === family), `${example}: ${family}`);
        }
});

describe('a spelling', () => {
  const cases: readonly (readonly [text: string, expected: string])[] = [
    ['RESULT-STATUS: 7001', 'gateway/7001'],
    ['Result-Status : 7001', 'gateway/7001'],
    ['result-status:007001', 'gateway/7001'],
    ['< result-status: 7014\r', 'gateway/7014'],
    ['result-status=[7014]', 'gateway/7014'],
    ['{Result-Status=7014, Memo=x}', 'gateway/7014'],
    ['"result-status" => "7014"', 'gateway/7014'],
    ['result-status\t7014', 'gateway/7014'],
    ['"Result-Status" = "7014";', 'gateway/7014'],
    ['result-status = 7014;', 'gateway/7014'],
    [`{'result-status': '7014'}`, 'gateway/7014'],
    ['{"name": "result-status", "value": "7014"}', 'gateway/7014'],
    ['result-status:\n7014', 'gateway/7014'],
    ['"name": "result-status",\n  "value": "7014"', 'gateway/7014'],
    ['{"resultStatus":1002}', 'gateway/1002'],
    ['{"resultStatus" : 1002 }', 'gateway/1002'],
    [String.raw`{\"resultStatus\":1002}`, 'gateway/1002'],
    [String.raw`{\\\"resultStatus\\\":1002}`, 'gateway/1002'],
    [`{'resultStatus': 1002}`, 'gateway/1002'],
    ['%7B%22resultStatus%22%3A1002%7D', 'gateway/1002'],
    ['{resultStatus=1002.0, tips=x}', 'gateway/1002'],
    ['{"resultStatus":"7002","memo":"x"}', 'gateway/7002'],
    [String.raw`{\"resultStatus\":\"7002\"}`, 'gateway/7002'],
    ['^API=com.example.op^ERR_CODE=7001^', 'gateway/7001'],
    ['ERR_CODE=7001^', 'gateway/7001'],
    ['RpcException: [7001]', 'gateway/7001'],
    ['RPC Exception: [7001]', 'gateway/7001'],
    ['DTRpcException code = 7001', 'gateway/7001'],
    ['Domain=DTRpcErrorDomain Code=7001 "(null)"', 'gateway/7001'],
    ['Domain=kDTRpcErrorDomain Code=7001 "(null)"', 'gateway/7001'],
    ['AlipayJSBridge rpc {"error":"1002","errorMessage":"x"}', 'gateway/1002'],
  ];
  for (const [text, expected] of cases)
    test(JSON.stringify(text), () => {
      assert.deepEqual(saidIn(text), [expected]);
    });
});

describe('what looks like a code and is none', () => {
  const traps = [
    '\tat com.example.Foo.bar(Foo.java:1002)',
    'Foo.kt:7014',
    '后端 6666，网关 7014',
    'at com.example.Client.fail(error code 7014)',
    'MyApp[7014:3003] started',
    '2020-08-11 10:11:12.123456+0800 MyApp[7014:3003] viewDidLoad',
    '01-23 12:34:56.789  1234  5678 E MyTag: failed',
    '01-23 12:34:56.789  7014  3003 I MyTag: thread [7014] done',
    '[7014] 7001 [main]',
    'RpcException in thread [main]',
    'JsonRpcException: [7001] of another library',
    'Content-Length: 4001',
    'https://gateway.example:7003/mgw.htm',
    'since 2000, until 5000',
    'cost=5000ms, took 4001 ms, timeout 3000',
    'mPaaS 10.1.68.1001, version 7.0.14',
    'mgw-traceid: 0a1d7667159712140890222728553',
    'server-time: 1597121408902',
    'HTTP/1.1 404 Not Found',
    'status=1001, code: 7014, errcode=7001, error 6001',
    'err_code=7001 of another system',
    'test-result-status: 7014, my_resultStatus=1002',
    'result-statuses: 7014, resultStatusCode=7014',
    '{"resultStatus":null} {"resultStatus":-1002} {"resultStatus":1002.5} {"resultStatus":10020a}',
    'result-status: 70147014701470147014',
    'memo = "7014"; tips: 7001; 验签失败 (7002)',
    'memo = "%E9%AA%8C%E7%AD%BE%E5%A4%B1%E8%B4%A5";',
    '顾客太多,客官请稍候',
    'OK, HTTP/1.1 200 OK',
    'java.net.UnknownHostException: gateway.example',
    'XKDTRpcNetworkErrorY SIGN_VERIFY_FAILED_TWICE',
    '{"error":7014,"message":"of another API"}',
    '{"jsonrpc":"2.0","error":{"code":-32601}}',
    'rpc error: 10',
    ' - (a,b,Y,1,2,3)',
    '2020-06-03 14:14:08,001 - (a,b,N,61ms,op,-,app,default,7014)',
    'errorCode=7001, ErrorCode = 7001',
    'Process exited with code 71',
    '短信验证码 7014 已发送',
    'Camera error 2000',
  ];
  for (const trap of traps)
    test(JSON.stringify(trap), () => {
      const { findings, neighbours, groups } = decode(index, trap);
      assert.deepEqual(
        { findings, neighbours, groups },
        { findings: [], neighbours: [], groups: [] },
      );
    });
});

describe('neighbours', () => {
  const cases: readonly (readonly [text: string, expected: readonly string[]])[] = [
    ['SG ERROR: 608', ['security-guard 608']],
    ['com.x.SecException: ErrorCode = 608', ['security-guard 608']],
    ['SecException while signing, errorCode=1001', ['security-guard 1001']],
    ['SecException.code:2403', ['security-guard 2403']],
    ['ErrorCode = 608', ['security-guard 608']],
    ['SEC_ERROR_STA_NO_DATA_FILE', ['security-guard 303']],
    ['{"resultStatus":"9000"}', ['payment-sdk 9000']],
    [String.raw`{\"resultStatus\":\"6001\",\"memo\":\"\"}`, ['payment-sdk 6001']],
    ['resultStatus={6001};memo={x};result={}', ['payment-sdk 6001']],
    ['resultStatus={4001};memo={x};result={}', ['payment-sdk 4001']],
    ['{"error":10,"errorMessage":"x"}', ['h5-rpc 10']],
    [`AlipayJSBridge rpc: {error: '11'}`, ['h5-rpc 11']],
    ['mPaaS extension for Xcode failed with exit code 71', ['xcode-extension 71']],
  ];
  for (const [text, expected] of cases)
    test(JSON.stringify(text), () => {
      assert.deepEqual(neighboursIn(text), expected);
      assert.deepEqual(saidIn(text), []);
    });

  test('have the form in which they were found, also where the message decides whose they are', () => {
    const shapesIn = (text: string) => decode(index, text).neighbours.map(({ shape }) => shape.id);
    assert.deepEqual(shapesIn('{resultStatus=6001, memo=x, result=}'), ['payment-map']);
    assert.deepEqual(shapesIn('my.request fail {"error":1002,"errorMessage":"x"}'), ['h5-reply']);
  });

  test('that are meanings of a family lead to their page, and are never ours', () => {
    const [pattern] = index.meanings;
    assert.ok(pattern);
    const meaning = {
      ...pattern,
      id: 'security-guard/608',
      family: 'security-guard' as const,
      code: '608',
      names: [{ kind: 'sdk-constant' as const, text: 'SEC_ERROR_SIGNATURE_NO_DATA_FILE' }],
    };
    const neighbours = index.neighbours.filter(({ origin }) => origin !== 'security-guard');
    const others = index.meanings.filter(({ id }) => id !== meaning.id);
    const withFamily = { ...index, meanings: [...others, meaning], neighbours };
    for (const text of [
      'SG ERROR: 608',
      '无线保镖报错 608',
      'SEC_ERROR_SIGNATURE_NO_DATA_FILE',
      'x\nErrorCode = 608',
    ]) {
      const { findings, neighbours: found } = decode(withFamily, text);
      assert.deepEqual(findings, [], text);
      assert.deepEqual(
        found.map(({ system, number, ids }) => [system, number, ids]),
        [['security-guard', '608', ['security-guard/608']]],
      );
    }
  });

  test('a number that they are not known to have is said to be unknown', () => {
    for (const text of ['SG ERROR: 77', 'SecException: ErrorCode = 77']) {
      const [neighbour] = decode(index, text).neighbours;
      assert.deepEqual([neighbour?.system, neighbour?.known], ['security-guard', []]);
    }
  });

  test('do not keep our codes of the same line', () => {
    const text =
      'SG ERROR: 608, result-status: 7001, {"resultStatus":"6001"} {"resultStatus":6001}';
    assert.deepEqual(saidIn(text), ['gateway/7001', 'service/6001']);
    assert.deepEqual(neighboursIn(text), ['security-guard 608', 'payment-sdk 6001']);
  });
});

/** Codes with their strength, numbers of other systems, and what else a text says. */
function reading(text: string): string[] {
  const { groups, neighbourGroups, emptyReply, causes } = decode(index, text);
  return [
    ...groups.map(({ answer, surest }) => {
      const or = surest.or ? ` or ${surest.or.system}` : '';
      return `${surest.strength} ${said({ answer })}${or}`;
    }),
    ...neighbourGroups.map(({ first }) => `${first.system} ${first.number}`.trim()),
    ...(emptyReply ? ['empty reply'] : []),
    ...causes.map(({ cause, effect }) => `${cause.number} caused ${effect.number}`),
  ];
}

/** A class of texts, with what each of them says; none says nothing. */
type Class = readonly (readonly [text: string, ...expected: string[]])[];

const CLASSES: Readonly<Record<string, Class>> = {
  'an iOS crash that prints the exception by its properties': [
    [
      "*** Terminating app due to uncaught exception 'kDTRpcException', reason: 'x'\nexception.code = 4\nuserInfo = {}",
      'certain ios/4',
    ],
    ["uncaught exception 'kDTRpcException'\n  exception.code = 7014", 'certain gateway/7014'],
    ["uncaught exception 'NSGenericException'\nexception.code = 4"],
    ['exception.code = 7014'],
  ],
  'a constant of Security Guard in source code': [
    ['    case SecExceptionCode.SEC_ERROR_DYN_ENC_GET_SYS_PROPERTIES_FAILED /*403*/:'],
    ['if (e.getErrorCode() == SecExceptionCode.SEC_ERROR_STA_NO_DATA_FILE) {'],
    ['layout.setMargins(0, SecExceptionCode.SEC_ERROR_STA_INVALID_PARAM, 0, 0);'],
    [
      'in lowercase letters: SecExceptionCode.SEC_ERROR_DYN_ENC_INVALID_PARAM',
      'security-guard 401',
    ],
  ],
  'Security Guard with a number between its name and the next': [
    ['无线保镖 3 次 608'],
    ['Security Guard, 2 of 608'],
  ],
  'a system whose name only ends like the one of MGS': [['抖音 imgs 返回 4001']],
  'a number in braces, whatever the words say': [
    ['mgs said {code 7014}'],
    ['mgs returns {error 7014} today'],
  ],
  'an iOS error in small letters': [['error domain = kDTRpcException code = 4', 'certain ios/4']],
  'a declaration in source code, whatever is said behind it': [
    ['mgs_code = 7014 // the gateway says code 7014'],
    ['  mgs_code = 7014 // the gateway says code 7014'],
  ],
  'an H5 page that gets a code': [
    [
      '各位大佬，我们 H5 页面调后端一直返回 6666，后端是 HTTP 的，日志里有 502，该找谁看？',
      'probable service/6666',
    ],
    ['H5 页面一直返回 6666', 'probable service/6666'],
    ['our H5 page always gets 6666 back', 'probable service/6666'],
    ['H5 页面加载了 3000 次'],
    ['H5 page loads in 4001 ms'],
  ],
  "an error report of Android with a number that only clients' tables have": [
    [
      '[monitor]^API=com.acme.live.heartbeat^ERR_CODE=5^NETTYPE=4G^COST=10003^',
      'probable android/5',
    ],
    ['^ERR_CODE=16^', 'probable android/16'],
    ['D/mynet: ^API=a.b.c^ERR_CODE=2^', 'probable android/2'],
    ['网络监控 ^ERR_CODE=0^NETTYPE=WIFI^', 'probable android/0'],
    ['^ERR_CODE=404^', 'probable android/http-4xx'],
    ['^ERR_CODE=7001^', 'certain gateway/7001'],
    ['^ERR_CODE=6666^', 'certain service/6666'],
    ['^ERR_CODE=7099^', 'certain ? 7099'],
  ],
  'a number that its place rules out and another table has': [
    ['Result-Status: 3', 'probable ? 3'],
    ['{"resultStatus":16}', 'probable ? 16'],
    ['Rpc Exception code : 16', 'probable ? 16'],
    [SERVICE_DIGEST.replace(',Y,1000,', ',N,4001,'), 'probable ? 4001'],
    ['Error Domain=kDTRpcException Code=16 "(null)"', 'certain ? 16'],
    ['Result-Status: 1004', 'certain ? 1004'],
  ],
  'a table whose header names the column': [
    [
      'result code\tcount\tp95\n7014\t1001\t230\n4001\t88\t3002\n1000\t90210\t120',
      'probable gateway/7014',
      'probable gateway/4001',
      'probable gateway/1000',
    ],
    [
      'operation-type,resultStatus,count\ncom.acme.card.list,7002,1001\ncom.acme.card.add,6001,4001',
      'certain gateway/7002',
      'certain service/6001',
    ],
    ['接口,resultStatus,次数\ncom.acme.card.list,6002,1001', 'certain service/6002'],
    ['operationType;code;count\ncom.acme.card.list;7002;1001', 'probable gateway/7002'],
    [
      '| Result-Status | count |\n|---|---:|\n| 7014 | 1001 |\n| 7099 | 5 |',
      'certain gateway/7014',
      'certain ? 7099',
    ],
    ['错误码，次数，占比\n7014，1001，3.2%', 'probable gateway/7014'],
    ['結果碼\t次數\n4002\t7001', 'probable gateway/4002'],
    ['错误码 | 说明 | 次数\n4003 | 域名不存在，见工单 7001 | 3000', 'possible gateway/4003'],
    ['"time","error_code","msg"\n"10:00","7003","a, b, c"', 'probable gateway/7003'],
    ['"time";"errorCode";"msg"\n"10:00";"7003";"a; b ""c"" d"', 'probable gateway/7003'],
    [
      '+---+---+\n| error_code | n |\n+---+---+\n| 6666 | 1001 |\n+---+---+',
      'probable service/6666',
    ],
    [
      '平台,错误码,operationType\nAndroid,16,com.acme.a.b\n苹果,0,com.acme.a.b\nAndroid,77,com.acme.a.b',
      'probable android/16',
      'probable ios/0',
    ],
    [
      'resultStatus,count\n7014,40\n6001,12',
      'probable gateway/7014',
      'possible service/6001 or payment-sdk',
    ],
    ['error_code,count\n1062,3\n1002,9', 'possible gateway/1002'],
    ['operationType | errorCode | 操作系统\ncom.acme.pay.x | 18 | Android', 'probable android/18'],
    ['operationType | errorCode | file_system\ncom.acme.pay.x | 18 | Android'],
    ['errorCode,count\n7014,3\n\n7002,1001', 'probable gateway/7014'],
    [
      'result code,count\n7014,3\n7002,1001,7001\n7003,5',
      'probable gateway/7014',
      'probable gateway/7003',
    ],
  ],
  'a table that explains errors, of whatever system': [
    [
      'errorCode|desc\n1001|invalid token\n1002|user not found',
      'possible gateway/1001',
      'possible gateway/1002',
    ],
    ['错误码,含义\n5000,系统错误', 'possible gateway/5000'],
    ['网关错误码,说明\n5000,系统错误', 'probable gateway/5000'],
    ['结果码,说明\n5000,未知异常', 'probable gateway/5000'],
  ],
  'a process id beside the name of the exception': [
    ['W/RpcException( 7014): code: 3 msg: x', 'certain android/3'],
    ['W/RpcException(7014): retry'],
    ['E/RPCException( 4001): code: 7003 msg: x', 'certain gateway/7003'],
    ['01-23 12:34:56.789  7014  3003 W RpcException: code: 16 msg: x', 'certain android/16'],
    ['D/RpcException: 7014', 'probable gateway/7014'],
  ],
  'the rest of a list': [
    [
      '昨晚 mgw 错误码分布：7002 占 61%，4001 占 20%，其余是 1002',
      'probable gateway/7002',
      'probable gateway/4001',
      'probable gateway/1002',
    ],
    ['mPaaS error 7014 (61%), the rest 7001', 'probable gateway/7014', 'probable gateway/7001'],
    ['错误码 7014 占 61%，其余 3000 次成功', 'probable gateway/7014'],
  ],
  'a table of something else': [
    ['order_no,amount,resultStatus\n20240101,1001,9000\n20240102,3000,6001\n20240103,88,4000'],
    ['订单号\t金额\tresultStatus\n1001\t3000\t6001\n1002\t88\t9000'],
    ['resultStatus,count\n6001,40\n9000,1200'],
    ['支付方式,错误码\nalipay,6001\nalipay,4000'],
    ['package,resultStatus\ncom.acme.shop.android,6001'],
    ['code,count\n7014,1001\n4001,3000'],
    ['状态,次数\n7014,1001'],
    ['result code,redis,count\n7014,1001,3'],
    ['errorCode,count\nunknown,1001\n0,7014'],
    ['错误码,次数\n合计 7014'],
    ['count,p95\n1001,3000'],
  ],
  'an assertion that failed': [
    ['resultStatus expected:<1000> but was:<3001>', 'probable gateway/3001'],
    [
      'java.lang.AssertionError: resultStatus expected:<1000> but was:<3001>',
      'probable gateway/3001',
    ],
    ['result code ==> expected: <1000> but was: <7002>', 'probable gateway/7002'],
    ['Result-Status expected [1000] but found [7014]', 'probable gateway/7014'],
    ['AssertionError: resultStatus: expected 4001 to equal 1000', 'probable gateway/4001'],
    [
      'XCTAssertEqual failed: ("3001") is not equal to ("1000") - resultStatus',
      'probable gateway/3001',
    ],
    ['resultStatus expected:<1000> but was:<6001>', 'probable service/6001'],
    ['结果码期望 1000，实际 3001', 'probable gateway/3001'],
    ['用例失败：返回码应为 1000，实际返回 4002', 'probable gateway/4002'],
    ['resultStatus expected:<9000> but was:<6001>', 'payment-sdk 6001'],
    ['resultStatus expected:<1000> but was:<9000>', 'payment-sdk 9000'],
    ['mysql errorCode expected:<1000> but was:<3001>'],
    ['errorCode expected:<200> but was:<404>'],
    ['resultStatus expected:<1000> but was:<1000>'],
  ],
  'a payment result printed as an object': [
    [
      'Shop[4:9] pay {\n  memo = "";\n  result = "";\n  resultStatus = 6002;\n}',
      'payment-sdk 6002',
    ],
    ['I/flutter: {resultStatus: 5000, result: , memo: 重复请求}', 'payment-sdk 5000'],
    ['["memo": "", "resultStatus": 6004, "result": ""]', 'payment-sdk 6004'],
    [
      '[AnyHashable("result"): , AnyHashable("memo"): , AnyHashable("resultStatus"): 6002]',
      'payment-sdk 6002',
    ],
    ['AlipayResult(resultStatus=6001, memo=, result=)', 'payment-sdk 6001'],
    ['tobias: resultStatus: 9000', 'payment-sdk 9000'],
    ['resultStatus = 6001', 'possible service/6001 or payment-sdk'],
    ['imgWidth=3 resultStatus = 6001', 'possible service/6001 or payment-sdk'],
    ['bank_mpaas: resultStatus = 6001', 'certain service/6001'],
    ['pay finished, resultStatus=6004', 'possible service/6004 or payment-sdk'],
    ['{"resultStatus":6001,"memo":"x"}', 'possible service/6001 or payment-sdk'],
    ['{"resultStatus":6002,"tips":"系统繁忙","result":null}', 'certain service/6002'],
    ['{ memo = "验签失败"; resultStatus = 7002; }', 'certain gateway/7002'],
    ['{"operationType":"a.b.c","resultStatus":6001}', 'certain service/6001'],
    ['支付宝支付返回 6001', 'payment-sdk 6001'],
    ['支付宝 SDK 回调 6001', 'payment-sdk 6001'],
    ['支付接口报错 6001', 'possible service/6001 or payment-sdk'],
    ['the Alipay payment page says code 6001', 'payment-sdk 6001'],
  ],
  "another library's exception": [
    ['Uncaught Acme\\Queue\\RpcException: [503]: worker gone', 'other-rpc 503'],
    ['E/App: com.example.chain.rpc.RpcException: [16] peer unavailable', 'other-rpc 16'],
    ['com.ali.auth.third.core.rpc.protocol.RpcException: RPCException: [7] : x', 'other-rpc 7'],
    ['com.example.rpc.RpcException: [7014]', 'other-rpc 7014'],
    ['com.example.rpc.RpcException: 503 gone', 'other-rpc 503'],
    ['RpcException: [401] token invalid', 'other-rpc 401'],
    ['mPaaS demo: RpcException: [401] token invalid'],
    ['rpc error: code = Unavailable desc = connection refused', 'other-rpc'],
    ['org.apache.dubbo.rpc.RpcException: Failed to invoke query 3 times', 'dubbo'],
    ['com.alipay.sofa.rpc.core.exception.SofaTimeOutException: timeout', 'sofa-rpc'],
    ['com.alipay.mobile.common.rpc.RpcException: RPCException: [16] : x', 'certain android/16'],
    ['RPCException: [7001]', 'certain gateway/7001'],
    ['RpcException: [7001]', 'probable gateway/7001'],
  ],
  "another service's error key": [
    ['room rpc answered {"error":2000,"uid":77}'],
    ['[rpc] wallet_sendCalls {"error":4001}'],
    ['gateway rpc {"error": 6000, "message": "x"}'],
    ['AlipayJSBridge.call("getLocation") => {"error":12,"errorMessage":"x"}'],
    ['AlipayJSBridge.call("getLocation")\n{"error":7002,"errorMessage":"x"}'],
  ],
  'a declaration': [
    ['const LOGIN_FAILED ErrorCode = 1003'],
    ['const LOGIN_FAILED ErrorCode = 1002'],
    ['const (\n  A ErrorCode = 1001\n  B ErrorCode = 1002\n)'],
    ['public static final int ErrorCode = 301;'],
    ['enum ErrorCode { Ok = 1000, Denied = 1001 }'],
    ['  NotFound ErrorCode = 404 // http'],
    ['  sgErrorCode = 301; // ErrorCode = 303'],
    ['if (code == 7002) retry();'],
    ['#define ErrorCode 1005'],
    ['MGS_MISSING_SIGN = 7014,'],
    ['  MGS_MISSING_SIGN = 7014,'],
    ['E/Sec: SecException:  ErrorCode = 608', 'security-guard 608'],
    ['init failed with ErrorCode = 203', 'security-guard 203'],
  ],
  'a code named in a sentence': [
    ['接口报错码：6003，偶发', 'probable service/6003'],
    ['错误码 4002 怎么解决', 'probable gateway/4002'],
    ['升级后一直报错7007', 'probable gateway/7007'],
    ['线上用户反馈，网关返回码是7014，重装后好了', 'probable gateway/7014'],
    ['mPaaS rpc keeps failing with code=3001 on iOS', 'probable gateway/3001'],
    ['why is the error code 2000 after an hour?', 'probable gateway/2000'],
    ['signature error (7002) on one phone', 'probable gateway/7002'],
    ['RPC4001 again', 'probable gateway/4001'],
    ['MGS:7014', 'probable gateway/7014'],
    ['7001错误，签名参数不够', 'probable gateway/7001'],
    ['error 7014, then 7002', 'probable gateway/7014', 'probable gateway/7002'],
    ['安卓报 4001，苹果报 7003', 'probable gateway/4001', 'probable gateway/7003'],
    ['日报 3000 和海报 5000 都发了'],
    ['错误 6005 6007 交替出现', 'probable service/6005', 'probable service/6007'],
    ['报错码有 7001 和 7002 两种', 'probable gateway/7001', 'probable gateway/7002'],
    ['iOS 端错误码：3003', 'probable ios/3003 gateway/3003'],
    ['mPaaS RPC 报错 16，安卓', 'probable android/16'],
    ['用户反馈7003', 'possible gateway/7003'],
    ['h5页面 7014 怎么办', 'possible gateway/7014'],
    ['錯誤碼：7002，網關返回的', 'probable gateway/7002'],
    ['錯誤碼 4001 出現 3 次，耗時 3000 ms', 'probable gateway/4001'],
    ['网关报错 7002 有 30 个，7003 有 5 个', 'probable gateway/7002', 'probable gateway/7003'],
    ['error 7002 (12 times), 7003 (3 times)', 'probable gateway/7002', 'probable gateway/7003'],
    ['微信群里说 RPC 报错 7014', 'probable gateway/7014'],
    ['钉钉告警：网关错误码 4002', 'probable gateway/4002'],
    ['华为手机报错 7003，小米正常', 'probable gateway/7003'],
  ],
  'a number in a sentence that is no code': [
    ['端口 7001 被占用，改成 4001 也不行'],
    ['等了 3000 ms，SDK 10.2.3.1000'],
    ['the server listens on 7003 and the proxy on 7014'],
    ['port 7001 error'],
    ['errors since 2000'],
    ['error 3000 rows skipped'],
    ['错误发生在第 3000 行'],
    ['build 6001 crashes'],
    ['paid 5000 yuan'],
    ['7014 after updating to 10.2.3'],
    ['7014 and 7002'],
    ['MySQL said error 2000, cannot connect'],
    ['websocket closed with code 1001'],
    ['HTTP error 5000'],
    ['微信支付报错 4001'],
    ['微信小程序报错 4001'],
    ['云闪付报错 6001'],
    ['Apple Pay error 5000'],
    ['华为支付报错 6001'],
    ['錯誤發生在第 3000 行'],
    ['-7014 is an error'],
  ],
  "another product's code": [
    ['Got error code 6004 from JPush'],
    ['JPush code 6002 set alias timeout'],
    ['极光推送 错误码 6002 设置别名超时'],
    ['Umeng error code 5000'],
    ['友盟 错误码 2000'],
    ['U-Push 错误码 2000'],
    ['个推 返回码 5000'],
    ['Getui returned error 5000'],
    ['融云 IM 错误码 7001'],
    ['RongCloud error code 7001'],
    ['环信 IM 错误码 6004'],
    ['Easemob login error 2000'],
    ['云信 错误码 5000'],
    ['NetEase IM error code 1001'],
    ['讯飞语音 错误码 6001'],
    ['iFlytek error code 6001'],
    ['小米推送 错误码 7001'],
    ['MiPush error code 7001'],
    ['OPPO push code 7001'],
    ['vivo推送 返回码 7002'],
    ['huawei push error code 6003: certificate fingerprint'],
    ['华为推送报错 6003'],
    ['阿里云短信 返回码 5000'],
    ['Alibaba push code 6002'],
    ['PushSDK error code 6002'],
    ['Baidu map error code 1001'],
    ['百度地图 错误码 5000'],
    ['OSS error code 7001'],
    ['Sentinel error code 1001'],
    ['bugly: upload failed, code 7001'],
    ['our internal ERP code 5000'],
    ['Firebase error code 5000 while fetching config'],
    ['高德定位 错误码 7000'],
    ['nginx: bad gateway, error code 5000'],
    ['微信支付网关报错 4001'],
    ['JPush is fine, the gateway returns 7014', 'probable gateway/7014'],
    ['极光正常，网关报错 7001', 'probable gateway/7001'],
    ['mPaaS error 7001 after we added Umeng', 'probable gateway/7001'],
    ['华为手机报错 7003，推送正常', 'probable gateway/7003'],
    ['vivo 手机报错码 7014', 'probable gateway/7014'],
  ],
  "a client's code, named by its platform": [
    ['安卓客户端报错误码 18，iOS 报 24', 'possible android/18', 'possible ios/24'],
    ['安卓客户端报错误码 18。苹果客户端报错误码 24。', 'possible android/18', 'possible ios/24'],
    ['安卓报 18，iOS 报 24，是什么原因？', 'possible android/18', 'possible ios/24'],
    ['安卓报错误码 18', 'possible android/18'],
    ['iOS 端返回错误码 24 是什么意思', 'possible ios/24'],
    ['安卓错误码16是什么意思', 'possible android/16'],
    ['请问安卓一直出现错误码 5 怎么解决？', 'possible android/5'],
    ['安卓 16 是什么版本'],
    ['安卓 9 是什么时候出的'],
    ['iOS error 9', 'possible ios/9'],
    ['code 18 android', 'possible android/18'],
    ['error code 18 on Android', 'possible android/18'],
    ['on iOS we get code 9 and on Android code 10', 'possible ios/9', 'possible android/10'],
    [
      'Android error 3, iOS error 0, what is the difference?',
      'possible android/3',
      'possible ios/0',
    ],
    ['RpcException code 18 on Android, code 24 on iOS', 'certain android/18', 'probable ios/24'],
    ['mPaaS RPC: code 18 on Android, code 24 on iOS', 'probable android/18', 'probable ios/24'],
    ['android 7'],
    ['iOS 18'],
    ['Android 14 上崩溃'],
    ['iOS 9 和 Android 10 都正常'],
    ['错误码 18'],
    ['Swift error 4'],
    ['苹果审核报错 2'],
    ['安卓报错 3 次'],
    ['iOS 报 24 小时'],
    ['iOS 18 报错 9'],
    ['CoreLocation error 0 on iOS'],
    ['Android exit code 1'],
    ['安卓打包报错 2 个'],
    ['JPush error 9 on iOS'],
    ['蓝牙在安卓上报错 9'],
  ],
  'two codes beside each other': [
    ['网关 7014 和 7001 有什么区别', 'probable gateway/7014', 'probable gateway/7001'],
    ['mPaaS 7014 vs 7001', 'probable gateway/7014', 'probable gateway/7001'],
    [
      'gateway 4001 and 4002: what is the difference?',
      'probable gateway/4001',
      'probable gateway/4002',
    ],
    ['Android 报 2，服务端 7003', 'possible android/2', 'probable gateway/7003'],
    ['iOS error 9, server 7003', 'possible ios/9', 'probable gateway/7003'],
    [
      'difference between 7014 and 7001 on the gateway',
      'probable gateway/7014',
      'probable gateway/7001',
    ],
    ['7014 和 7001 有什么区别'],
    ['端口 7014 和 7001 有什么区别'],
    ['服务端 7003 端口'],
  ],
  'a reply of the H5 container': [
    ['{"error":4001,"errorMessage":"请稍后再试"}', 'probable gateway/4001'],
    ['alert: {"error":"2000","errorMessage":"请登录"}', 'probable gateway/2000'],
    ['{\n  "error": 1002,\n  "errorMessage": "x"\n}', 'probable gateway/1002'],
    ['{"error":3000,"errorMessage":"x","errorNo":3,"errorTip":"3000"}', 'certain gateway/3000'],
    ['rpc reply for a.b.c\n  body: {"error":3000,"errorMessage":"x"}', 'probable gateway/3000'],
    ['{"errorMessage":"RPC接口不存在","error":3000}', 'probable gateway/3000'],
    ['{"error":11,"errorMessage":"超时"}', 'h5-rpc 11'],
    ['{"error":3,"errorMessage":"unknown"}'],
    ['AlipayJSBridge rpc {"error":16,"errorMessage":"x"}', 'probable android/16'],
    ['AlipayJSBridge rpc {"error":1008,"errorMessage":"x"}', 'certain ? 1008'],
    ['my.request fail {"error":12,"errorMessage":"x"}', 'mini-program 12'],
    ['my.request error: 12', 'mini-program 12'],
    ['my.request fail\n{"error":13,"errorMessage":"x"}', 'mini-program 13'],
  ],
  "the SDK's number in another print": [
    ['I/Net: exceptionHandle. exception.getCode:3002, operationType:a.b.c', 'certain gateway/3002'],
    ['catch (RpcException e) -> e.getCode()=7003', 'certain gateway/7003'],
    ['DTRpcException: code: 7014, reason: sign is empty', 'certain gateway/7014'],
    ['PlatformException: DTRpcException, code = 24', 'certain ios/24'],
    ['RpcException { mErrorCode: 6004, mErrorMsg: "x" }', 'certain service/6004'],
    ['W/RpcException: code: 4 msg: x', 'certain android/4'],
    ['RPCException：【7001】 ：签名参数不够', 'certain gateway/7001'],
  ],
  'Security Guard named in words': [
    ['无线保镖报错 303，图片在 res 里', 'security-guard 303'],
    ['無線保鏢報錯 303，圖片找不到', 'security-guard 303'],
    ['SecurityGuard error 121 after changing the bundle id', 'security-guard 121'],
    ['SecException 1901', 'security-guard 1901'],
    ['secexception: 99', 'security-guard 99'],
    ['无线保镖 v6.5.303 报错 607', 'security-guard 607'],
    ['[SG ERROR] 203 image not found', 'security-guard 203'],
    ['see page 303 of the Security Guard manual'],
    ['无线保镖 6.5.303 版本'],
    ['yw_1222.jpg is the Security Guard image'],
    ['SG_ERROR_CODE_MAX = 1001'],
  ],
  'a short name of the header': [
    ['HTTP/1.1 200 OK\nContent-Length: 0\nrs: 7002\nmemo: %E9%AA%8C', 'probable gateway/7002'],
    ['{rs=[3000], tips=[x]}', 'probable gateway/3000'],
    ['export rs=7002 # port'],
    ['rs: 7002'],
  ],
  'URL loading, hotfix and the transport': [
    ['NSURLErrorDomain Code=-1005', 'url-loading -1005'],
    ['iPhone: -1005', 'url-loading -1005'],
    ['error == NSURLErrorTimedOut', 'url-loading -1001'],
    ['sentry_NSURLErrorDomain Code=-999', 'url-loading -999'],
    ['AFNetworking failed with code -1009', 'url-loading -1009'],
    ['E MediaPlayer: Error (1,-1004)'],
    ['hotfix 下载失败，错误码 304', 'ios-hotfix 304'],
    ['热修复失败，错误码 304', 'ios-hotfix 304'],
    ['热修复包大小 304 KB，用时 300MS'],
    ['hotpatch size 304 KB in 300 MS'],
    ['Http Transport error[6] : x', 'transport 6'],
    ['temperature -1005'],
  ],
  'a cause and what came of it': [
    [
      'SG ERROR: 608\nRPCException: [7014] : x',
      'certain gateway/7014',
      'security-guard 608',
      '608 caused 7014',
    ],
    ['RPCException: [7014] : x\nSG ERROR: 608', 'certain gateway/7014', 'security-guard 608'],
    ['SG ERROR: 608\nRPCException: [4001] : x', 'certain gateway/4001', 'security-guard 608'],
    [
      'kDTRpcNetworkError\nNSURLErrorDomain Code=-1001',
      'certain ios/0',
      'url-loading -1001',
      '-1001 caused 0',
    ],
    ...[1, 2, 3, 4, 5, 6, 7].map((inner): Class[number] => [
      `Http Transport error[${inner}] : x\nRPCException: [${inner + 1}] : x`,
      `certain android/${inner + 1}`,
      `transport ${inner}`,
      `${inner} caused ${inner + 1}`,
    ]),
  ],
  'an empty reply': [
    ['HTTP/1.1 200 OK\nContent-Length: 0\nServer: x', 'empty reply'],
    [`HTTP/1.1 200 OK\n${'x: y\n'.repeat(24)}Content-Length: 0`, 'empty reply'],
    [`HTTP/1.1 200 OK\n${'x: y\n'.repeat(25)}Content-Length: 0`],
    ['HTTP/1.1 200 OK\nContent-Length: 0\n<-- 1234 bytes\nmemo: x'],
    [
      `status: 200\nContent-Length: 0\n${'x: y\n'.repeat(18)}status: 200\n${'x: y\n'.repeat(5)}memo: x`,
    ],
    ['<-- 200 OK https://x/mgw.htm (3ms)\n<-- END HTTP (0-byte body)', 'empty reply'],
    ['OVERHEAD 3 ms\nHTTP/1.1 200 OK\nContent-Length: 0', 'empty reply'],
    ['HEAD /mgw.htm\nHTTP/1.1 200 OK\nContent-Length: 0'],
    ['网关返回 200，但 body 为空', 'empty reply'],
    ['HTTP/1.1 200 OK\nContent-Length: 0\nresult-status: 7001', 'certain gateway/7001'],
    ['HTTP/1.1 404 Not Found\nContent-Length: 0'],
    ['OPTIONS /mgw.htm HTTP/1.1\nHTTP/1.1 200 OK\nContent-Length: 0'],
    ['HTTP/1.1 200 OK\nContent-Length: 12'],
  ],
};

/** What is pasted from a chat: Chinese around real lines, payments of others, and numbers of all kinds. */
const CHINESE_CHATS: Class = [
  ['测试说登录页报 7003 验签失败', 'probable gateway/7003'],
  [
    '@张工 安卓这边一直报这个\n04-12 10:22:31.204 12001 12088 E mynet_HttpCaller: com.alipay.mobile.common.rpc.RpcException: RPCException: [7002] : 验签失败\n麻烦看下',
    'certain gateway/7002',
  ],
  [
    '王磊 10:32\n苹果的日志：\n2024-05-06 10:31:58.120402+0800 Bank[4001:120034] [mPaaSLog] APMobileNetwork com.bank.card.list resp:{\n    "Content-Length" = 0;\n    memo = "%E9%AA%8C%E7%AD%BE";\n    "result-status" = 7014;\n}\n张三 10:33\n收到',
    'certain gateway/7014',
  ],
  [
    '李工 14:02：\n用户付款后回调 {resultStatus=6001, memo=用户中途取消, result=}，这是网关的码吗？',
    'payment-sdk 6001',
  ],
  ['支付宝返回 4000，提示 ALI38173', 'payment-sdk 4000'],
  ['银联支付报错 5000，商户号 2000 不存在'],
  ['压测了 3000 次，QPS 到 2000 就上不去了，平均耗时 4001 ms'],
  ['明天去 7003 会议室，7001 端口先别占'],
  ['昨天发版 7.0.14，版本号 7014，安装包 3000 KB，没发现错误'],
  [
    '【告警】mgw 接口 com.bank.pay.query 近 5 分钟错误码 4001 出现 312 次，4002 出现 8 次',
    'probable gateway/4001',
    'probable gateway/4002',
  ],
  ['mPaaS RPC 在安卓上报错误码 15，提示连不上网络', 'probable android/15'],
  [
    '前端同学贴的：{"error":3000,"errorMessage":"RPC接口不存在或关闭","errorTip":"3000"}，是不是环境不对？',
    'certain gateway/3000',
  ],
  [
    '打开 App 就闪退，logcat 里有 SecException: ErrorCode = 608，图片明明在 drawable 里',
    'security-guard 608',
  ],
  ['无线保镖初始化失败，错误码１２１，换过包名', 'security-guard 121'],
  ['測試回報：登入頁跳出錯誤碼 2000，重新登入就好', 'probable gateway/2000'],
  ['错误码：７０１４，重装之后还是一样', 'probable gateway/7014'],
  [
    '接口返回 {"resultStatus":1002,"tips":"顾客太多,客官请稍候"}，只有高峰期才有',
    'certain gateway/1002',
  ],
  [
    '苹果日志：kDTRpcNetworkError\nError Domain=NSURLErrorDomain Code=-1009 "似乎已断开与互联网的连接。"',
    'certain ios/0',
    'url-loading -1009',
    '-1009 caused 0',
  ],
  ['线上报错 7002、7003 都有，7002 多一些', 'probable gateway/7002', 'probable gateway/7003'],
  [
    `专有云网关日志，帮忙看下\n${GATEWAY_DIGEST.replace(',1000,', ',4002,')}`,
    'certain gateway/4002',
  ],
];

for (const [name, texts] of [
  ...Object.entries(CLASSES),
  ['a chat in Chinese', CHINESE_CHATS] as const,
])
  describe(name, () => {
    for (const [text, ...expected] of texts)
      test(JSON.stringify(text), () => {
        assert.deepEqual(reading(text), expected);
      });
  });

test('a label line names the operation of the reply after it', () => {
  const { message } = only(
    'rpc reply for com.example.loan.apply\n  body: {"error":3000,"errorMessage":"x"}',
  );
  assert.equal(message.operation, 'com.example.loan.apply');
});

test('what is known of a number in tables that its form rules out is not told', () => {
  for (const text of ['RPCException: [1004]', 'Result-Status: 1006']) {
    const { answer } = only(text);
    assert.ok(answer.kind === 'undocumented');
    assert.deepEqual(answer.beside, []);
  }
});

test('a text of a question and more is a log: its only number proves nothing', () => {
  assert.deepEqual(reading(`用户反馈7003${'，又来了'.repeat(80)}`), []);
});

describe('the tables that a number can be from', () => {
  const cases: readonly (readonly [text: string, expected: string])[] = [
    ['RPCException: [0]', 'android/0'],
    ['RPCException: [404]', 'android/http-4xx'],
    ['RPCException: [503]', 'android/http-other'],
    ['RPCException: [500]', '? 500'],
    ['RPCException: [24]', 'android/24'],
    ['RPCException: [1000]', 'gateway/1000'],
    ['RPCException: [3003]', 'gateway/3003'],
    ['RPCException: [6001]', 'service/6001'],
    ['RPCException: [7005]', 'gateway/7005'],
    ['RPCException: [7099]', '? 7099'],
    ['RPCException: [101]', 'android/http-other'],
    ['RPCException: [608]', '? 608'],
    ['Rpc Exception code : 3', 'ios/3'],
    ['Rpc Exception code : 7014', 'gateway/7014'],
    ['Rpc Exception code : 10', '? 10'],
    ['Rpc Exception code : 3003', 'ios/3003 gateway/3003'],
    ['Error Domain=kDTRpcException Code=3003', 'ios/3003 gateway/3003'],
    ['result-status: 3003', 'gateway/3003'],
    ['result-status: 3', '? 3'],
    [SERVICE_DIGEST, 'gateway/1000'],
    [SERVICE_DIGEST.replace(',Y,1000', ',N,6001'), 'service/6001'],
    [SERVICE_DIGEST.replace(',Y,1000', ',N,7014'), '? 7014'],
  ];
  for (const [text, expected] of cases)
    test(`${text} is ${expected}`, () => {
      assert.deepEqual(saidIn(text), [expected]);
    });

  test('are kept apart where a log has two clients', () => {
    const text = 'RPCException: [3] : x\nRpc Exception code : 3\nkDTRpcNetworkError';
    const { findings, groups } = decode(index, text);
    assert.deepEqual(findings.map(said), ['android/3', 'ios/3', 'ios/0']);
    assert.deepEqual(
      findings.map(({ platform }) => platform),
      ['android', null, 'ios'],
    );
    assert.equal(groups.length, 3);
  });

  test('are both answered, and said to be both, where the message shows the other client', () => {
    const { reason, platform, answer } = only('E/MyTag( 7014): Rpc Exception code : 3');
    assert.equal(said({ answer }), 'android/3 ios/3');
    assert.deepEqual([platform, reason], ['android', 'ios-exception-both-clients']);
  });

  test('are those of its own form, where the message shows both clients', () => {
    const { platform, answer } = only('mynet_x APMobileNetwork Rpc Exception code : 3');
    assert.deepEqual([platform, said({ answer })], [null, 'ios/3']);
  });

  test('what another message shows does not count', () => {
    const text = '01-23 12:34:56.789  1  2 E MyTag: start\nRpc Exception code : 3';
    assert.deepEqual(saidIn(text), ['ios/3']);
  });

  test('a number of another table is not documented, and its other meanings are named', () => {
    const { answer } = only('result-status: 3');
    assert.ok(answer.kind === 'undocumented');
    assert.deepEqual(answer.elsewhere, ['android/3', 'ios/3']);
  });
});

describe('names', () => {
  const cases: readonly (readonly [
    text: string,
    number: string,
    expected: string,
    shape: string,
  ])[] = [
    ['reason kDTRpcNetworkError (0)', '0', 'ios/0', 'symbol'],
    ['kDTRpcSizeControlError', '9', 'ios/9', 'symbol'],
    ['RpcException.SIGN_VERIFY_FAILED', '7002', 'gateway/7002', 'sdk-constant'],
    ['CLIENT_NETWORK_SSL_ERROR', '3', 'android/3', 'sdk-constant'],
  ];
  for (const [text, number, expected, shape] of cases)
    test(`${text} is ${expected}`, () => {
      const finding = only(text);
      assert.deepEqual(
        [finding.number, said(finding), finding.shape.id],
        [number, expected, shape],
      );
    });

  test('of every symbol and constant lead to their meaning', () => {
    for (const { id, names } of index.meanings.filter(
      ({ id }) => !id.startsWith('security-guard/'),
    ))
      for (const { kind, text } of names)
        if (kind === 'symbol' || (kind === 'sdk-constant' && text.includes('_')))
          assert.deepEqual(saidIn(`x ${text}, y`), [id]);
  });

  test('that only an SDK has lead to their number', () => {
    const sdkOnly = index.meanings.filter(
      ({ family, standing }) => standing === 'undocumented' && family === 'gateway',
    );
    assert.ok(sdkOnly.length > 10);
    for (const { id, names } of sdkOnly)
      for (const { text } of names.filter(({ kind }) => kind === 'sdk-constant'))
        assert.deepEqual(decode(index, text).findings.map(said), [id], text);
  });
});

describe('what stands in the same message', () => {
  test('a memo that has its line to itself, far from its beginning', () => {
    const { message } = only(`${' '.repeat(48)}memo: a, b\nresult-status: 7001`);
    assert.equal(message.memo, 'a, b');
  });

  test('codes of a line are in the order of the line', () => {
    const { findings } = decode(index, 'kDTRpcNetworkError RPCException: [7001]');
    assert.deepEqual(
      findings.map(({ text }) => text),
      ['kDTRpcNetworkError', '7001'],
    );
  });

  test('a memo that ends with a backslash', () => {
    const log = String.raw`RPCException: [7003] memo="C:\\" tips="x"`;
    const { memo, tips } = only(log).message;
    assert.deepEqual([memo, tips], [String.raw`C:\\`, 'x']);
  });

  test('no operation beside a name that ends like the one of the SDK', () => {
    const { message } = only('RPCException: [7003] MyAPMobileNetwork com.example.op resp');
    assert.equal(message.operation, undefined);
  });

  test('of the iOS reply: memo, tips, operation, trace and client', () => {
    const { line, message, platform } = only(IOS_REPLY);
    assert.equal(line, 7);
    assert.equal(platform, 'ios');
    assert.deepEqual(message, {
      memo: '验签RPC接口 加签数据为空',
      tips: '验签RPC接口 加签数据为空',
      operation: 'alipay.client.getUnionResource',
      trace: { name: 'mgw-traceid', value: '0a1d7667159712140890222728553' },
    });
  });

  test('is the same on one line, and with the line numbers of a copied page', () => {
    const { message } = only(IOS_REPLY);
    assert.deepEqual(only(IOS_REPLY.replaceAll('\n', ' ')).message, message);
    const numbered = IOS_REPLY.split('\n').map((line, row) => `  ${row + 1}. ${line.trim()}`);
    assert.deepEqual(only(numbered.join('\n')).message, message);
  });

  test('of a digest line of the gateway: by position', () => {
    const { message, platform } = only(GATEWAY_DIGEST);
    assert.equal(platform, 'android');
    assert.deepEqual(message, {
      operation: 'alipay.mcdp.space.initSpaceInfo',
      trace: { name: 'TraceId', value: '0a1d76671591164847940829820658' },
      digest: { file: 'gateway-page-digest.log', field: 9, fields: 28 },
    });
  });

  test('of a digest line of the gateway: the client, where it is one of the two', () => {
    const platformOf = (system: string) => only(GATEWAY_DIGEST.replace('ANDROID', system)).platform;
    assert.deepEqual([platformOf('IOS'), platformOf('HARMONY')], ['ios', null]);
  });

  test('of replies with one code: each has its own, and one that is cut has none of another', () => {
    const tips = Array.from({ length: 12 }, (_, row) => `t${row}`);
    const replies = tips.map((each) => ` {\n  "resultStatus": 7001,\n  "tips": "${each}"\n },`);
    const { findings } = decode(
      index,
      `replies: [\n${replies.join('\n')}\n {\n  "resultStatus": 7001`,
    );
    assert.deepEqual(
      findings.map(({ message }) => message.tips),
      [...tips, undefined],
    );
  });

  test('of a digest line of a business system: by position', () => {
    assert.deepEqual(only(SERVICE_DIGEST).message, {
      operation: 'com.alipay.gateway.test',
      trace: { name: 'uniqueId', value: '79c731d5150518615768657974443' },
      digest: { file: 'page-digest.log', field: 6, fields: 7 },
    });
  });

  test('of a digest line is nothing where the field is a dash', () => {
    const { message } = only(SERVICE_DIGEST.replace('com.alipay.gateway.test', '-'));
    assert.equal(message.operation, undefined);
  });

  const logcat = (text: string) => `01-23 12:34:56.789  1234  5678 D OkHttp  : ${text}`;
  const blocks: Readonly<Record<string, string>> = {
    'an HTTP dump':
      'HTTP/1.1 200 OK\r\nResult-Status: 7001\r\nResult-memo: %E9%AA%8C\r\nMgw-TraceId: abc-123456\r\n\r\n',
    'curl -v':
      '< HTTP/2 200\n< memo: %E9%AA%8C\n< result-status: 7001\n< mgw-traceid: abc-123456\n<',
    'headers in logcat': [
      '<-- 200 OK https://x',
      'memo: %E9%AA%8C',
      'result-status: 7001',
      'mgw-traceid: abc-123456',
      '<-- END HTTP',
    ]
      .map(logcat)
      .join('\n'),
    'JSON over several lines':
      '{\n  "memo": "\\u9a8c",\n  "resultStatus": 7001,\n  "result": {\n    "memo": "inner"\n  },\n  "traceId": "abc-123456"\n}',
    'a dictionary of iOS':
      'resp =     {\n    memo = "\\U9a8c";\n    resultStatus = 7001;\n    traceId = "abc-123456";\n};',
    'JSON with braces on lines of their own':
      '{\n"memo": "验",\n"reply":\n{\n"resultStatus": 7001\n},\n"traceId": "abc-123456"\n}',
    'a map of Java': '{Result-Status=[7001], Result-memo=[%E9%AA%8C], Mgw-TraceId=[abc-123456]}',
    'JSON in JSON': String.raw`{"body":"{\"memo\":\"\\u9a8c\",\"resultStatus\":7001}","traceId":"abc-123456"}`,
    'JSON in a URL':
      '%7B%22memo%22%3A%22%E9%AA%8C%22%2C%22resultStatus%22%3A7001%2C%22traceId%22%3A%22abc-123456%22%7D',
    'a HAR file':
      '{"name":"memo","value":"%E9%AA%8C"},{"name":"result-status","value":"7001"},{"name":"mgw-traceid","value":"abc-123456"}',
  };
  for (const [name, text] of Object.entries(blocks))
    test(`of ${name}`, () => {
      const { message, number } = only(text);
      assert.equal(number, '7001');
      assert.equal(message.memo, '验');
      assert.equal(message.trace?.value, 'abc-123456');
    });

  const operations = [
    '^API=com.example.op^ERR_CODE=7001^',
    'operationType=com.example.op result-status=7001',
    '"Operation-Type": "com.example.op", "result-status": "7001"',
    'mOperationType=[com.example.op] RPCException: [7001]',
    'APMobileNetwork com.example.op resp:{ "result-status" = 7001; }',
    'Operation-Type=com.example.op&Ts=1597121408902 Result-Status:7001',
    'api,resultStatus\ncom.example.op,7001',
    // The longest header that is read as one.
    `api,resultStatus,${'x'.repeat(983)}\ncom.example.op,7001,1`,
    'RPC call of com.example.op failed: RPCException: [7001]',
  ];
  for (const text of operations)
    test(`the operation of ${text.slice(0, 80)}`, () => {
      assert.equal(only(text).message.operation, 'com.example.op');
    });

  test('belongs to its own reply, in a list of replies', () => {
    const replies = [
      { resultStatus: 7014, memo: 'a' },
      { memo: 'b', resultStatus: 1002 },
      { resultStatus: 6001 },
    ];
    for (const text of [JSON.stringify(replies), JSON.stringify(replies, null, 2)])
      assert.deepEqual(
        decode(index, text).findings.map(({ message }) => message.memo),
        ['a', 'b', undefined],
      );
  });

  test('belongs to its own reply, where headers follow each other without a gap', () => {
    const text =
      'memo: a\nresult-status: 7001\nmemo: b\nresult-status: 7014\nresult-status: 1002\ntips: c';
    assert.deepEqual(
      decode(index, text).findings.map(({ message }) => [message.memo, message.tips]),
      [
        ['a', undefined],
        ['b', undefined],
        [undefined, 'c'],
      ],
    );
  });

  test('belongs to its own reply, where one line has several', () => {
    const texts = [
      'APMobileNetwork a.b resp:{ "result-status" = 7001; } APMobileNetwork c.d resp:{ "result-status" = 7014; }',
      '^API=a.b^ERR_CODE=7001^ ^API=c.d^ERR_CODE=7014^',
      '{"operationType":"a.b","reply":{"resultStatus":7001}} {"operationType":"c.d","reply":{"resultStatus":7014}}',
    ];
    for (const text of texts)
      assert.deepEqual(
        decode(index, text).findings.map(({ message }) => message.operation),
        ['a.b', 'c.d'],
      );
  });

  const apart: readonly (readonly [name: string, text: string])[] = [
    ['written under another tag', 'E/A: memo: x\nE/B: result-status: 7001'],
    ['after the last brace', '{\n  "resultStatus": 7001\n}\nmemo = "x";'],
    ['after an empty line', 'result-status: 7001\n\nmemo: x'],
    ['after an exception', 'RPCException: [7001] : y\nmemo: x'],
    [
      'of the next line of a log',
      '2020-08-11 10:11:12 result-status: 7001\n2020-08-11 10:11:13 started',
    ],
  ];
  for (const [name, text] of apart)
    test(`is not what stands beside it, ${name}`, () => {
      assert.equal(only(text).message.memo, undefined);
    });

  test('is shared by the spellings of one code', () => {
    const text =
      'RPCException: [7001] : x {Result-Status=[7001], Memo=[%E9%AA%8C]} ^ERR_CODE=7001^';
    assert.deepEqual(
      decode(index, text).findings.map(({ message }) => message.memo),
      ['验', '验', '验'],
    );
  });

  test('ends with the message', () => {
    const text = `${IOS_REPLY}\n\nRpc Exception code : 3\n\nmemo = "other";`;
    assert.deepEqual(
      decode(index, text).findings.map(({ message }) => message.memo),
      ['验签RPC接口 加签数据为空', undefined],
    );
  });

  test('is looked for up to 80 lines before the code and after it, and no further', () => {
    const memoOf = (before: number, after: number) => {
      const headers = (count: number) => 'a: b\n'.repeat(count);
      const text = `memo: x\n${headers(before)}result-status: 7001\n${headers(after)}tips: y`;
      const { memo, tips } = only(text).message;
      return [memo, tips];
    };
    assert.deepEqual(memoOf(79, 79), ['x', 'y']);
    assert.deepEqual(memoOf(80, 79), [undefined, 'y']);
    assert.deepEqual(memoOf(79, 80), ['x', undefined]);
  });

  test('never decides what a code means', () => {
    assert.deepEqual(saidIn('Result-Status:1002, Result-memo:验签失败'), ['gateway/1002']);
  });
});

describe('a memo', () => {
  const cases: readonly (readonly [written: string, read: string | undefined])[] = [
    ['memo: %E9%AA%8C%E7%AD%BE', '验签'],
    ['memo: %E9%AA%8C%20%E7%AD%BE next', '验 签'],
    ['memo: %E9%AA%ZZ%41', '%E9%AA%ZZA'],
    ['memo: %FF%E9%AA%8C%C0%80', '%FF验%C0%80'],
    ['memo: %F0%9F%98%80%', '😀%'],
    ['Memo=[验签 失败], x', '验签 失败'],
    ['"result-memo": "a \\"b\\" c"', 'a "b" c'],
    ["'memo': 'it is'", 'it is'],
    [String.raw`'memo': 'it\'s late'`, "it's late"],
    [String.raw`\"memo\": \"a\\\", x`, String.raw`a\\`],
    ['memo = "\\U9a8c\\U7b7e";', '验签'],
    ['"memo": ""', undefined],
    ['"memo": "x memo: y"', 'x memo: y'],
    ['memo =', undefined],
    ['memory: x', undefined],
  ];
  for (const [written, read] of cases)
    test(JSON.stringify(written), () => {
      assert.equal(only(`result-status: 7001, ${written}`).message.memo, read);
    });

  test('that speaks of a memo is one', () => {
    const { message } = only('{"memo":"x memo: y","resultStatus":7001}');
    assert.equal(message.memo, 'x memo: y');
  });

  test('that has its line to itself goes to the end of the line', () => {
    for (const before of ['', 'HTTP/1.1 200 OK\n', `Server: ${'x'.repeat(200)}\n`])
      for (const log of [
        `${before}Result-Status: 1002\nMemo: 顾客太多,客官请稍候\nTips: x`,
        `${before}Memo: 顾客太多,客官请稍候\nResult-Status: 1002`,
      ])
        assert.equal(only(log).message.memo, '顾客太多,客官请稍候', log);
  });

  test('that never ends is cut, and not within a character', () => {
    const { message } = only(`result-status: 7001 memo: a${'😀'.repeat(800)}`);
    assert.ok(message.memo !== undefined && message.memo.length <= 501);
    assert.ok(message.memo.isWellFormed());
  });
});

describe('the place', () => {
  test('is a line and a column, whatever ends the lines', () => {
    for (const end of ['\n', '\r\n', '\r'])
      assert.deepEqual(
        decode(index, ['', 'x', '  result-status: 7001', ''].join(end)).findings.map(
          ({ line, column, excerpt }) => [line, column, excerpt],
        ),
        [[3, 18, 'result-status: 7001']],
      );
  });

  test('counts lines as an editor does, but not an empty one at the end', () => {
    const lines = (text: string) => decode(index, text).lines;
    assert.deepEqual(['', 'a', 'a\n', 'a\r\nb', 'a\r\rb', '\n'].map(lines), [0, 1, 1, 2, 3, 1]);
  });

  test('has an excerpt of bounded length around the find, in whole characters', () => {
    for (const front of [0, 1, 119, 120, 121, 5000])
      for (const back of [0, 1, 121, 5000]) {
        const text = `${'😀'.repeat(front)} result-status: 7001 ${'😀'.repeat(back)}`;
        const { excerpt, from, to } = only(text);
        assert.equal(excerpt.slice(from, to), '7001');
        assert.ok(excerpt.length <= 242 && excerpt.isWellFormed());
      }
  });
});

test('lines keep their numbers through a long log that comes in parts', () => {
  const decoder = createDecoder(index);
  for (let part = 0; part < 5; part += 1)
    decoder.push(`${'nothing\n'.repeat(499)}result-status: 7001\n`);
  const { findings, lines } = decoder.finish();
  assert.deepEqual(
    findings.map(({ line }) => line),
    [500, 1000, 1500, 2000, 2500],
  );
  assert.equal(lines, 2500);
});

describe('a line of a million characters', () => {
  const RECORDS = 20_000;
  for (const [name, record, sign] of [
    ['of JSON', (row: number) => `{"row": ${row}, "result-status": ${[7001, 7014][row % 2]}}`, ','],
    ['of text', (row: number) => `row ${row} result-status: ${[7001, 7014][row % 2]}`, ' '],
  ] as const) {
    const line = Array.from({ length: RECORDS }, (_, row) => record(row)).join(sign);
    const log = `first\n${line}\nresult-status: 7003\n`;

    test(`${name} loses no code and keeps its number`, () => {
      const { findings, lines } = decode(index, log);
      assert.equal(lines, 3);
      assert.equal(findings.length, RECORDS + 1);
      assert.deepEqual(
        findings.map(({ line: number, text }) => [number, text]),
        [
          ...Array.from({ length: RECORDS }, (_, row) => [2, row % 2 ? '7014' : '7001']),
          [3, '7003'],
        ],
      );
      const columns = findings.slice(0, RECORDS).map(({ column }) => column);
      assert.equal(line.slice((columns.at(-1) ?? 0) - 1).slice(0, 4), '7014');
      assert.deepEqual(
        columns,
        [...columns].sort((a, b) => a - b),
      );
    });

    test(`${name} gives the same in slices`, () => {
      const decoder = createDecoder(index);
      for (let from = 0; from < log.length; from += 10_007)
        decoder.push(log.slice(from, from + 10_007));
      assert.deepEqual(decoder.finish(), decode(index, log));
    });

    test(`${name} is read before its end has come`, () => {
      const decoder = createDecoder(index);
      decoder.push(line);
      const { findings, lines } = decoder.stop();
      assert.ok(findings.length > RECORDS * 0.8);
      assert.equal(lines, 1);
    });
  }

  test('without a sign to end a piece at is read as well', () => {
    const { findings } = decode(index, `${'x'.repeat(1e6)} result-status: 7001`);
    assert.deepEqual(findings.map(said), ['gateway/7001']);
  });
});

test('a message without end is read in parts, each line once', () => {
  const { findings } = decode(index, 'result-status: 7001\n'.repeat(300));
  assert.deepEqual(
    findings.map(({ line }) => line),
    Array.from({ length: 300 }, (_, row) => row + 1),
  );
});

describe('groups', () => {
  const text = [
    'RPCException: [7001] : x',
    'RPCException: [3]',
    'Result-Status:7001 memo:%E9%AA%8C ^ERR_CODE=7001^',
    'SIGNA_PARAM_MISSING',
    'result-status: 7005',
    'RPCException: [7005]',
    'result-status: 7099',
    'RPCException: [7099]',
  ].join('\n');
  const { groups } = decode(index, text);

  test('hold all findings that say the same, in order of the first', () => {
    assert.deepEqual(
      groups.map(({ key, count, lines, first }) => ({ key, count, lines, first: first.line })),
      [
        { key: 'gateway/7001', count: 4, lines: [1, 3, 4], first: 1 },
        { key: 'android/3', count: 1, lines: [2], first: 2 },
        { key: 'gateway/7005', count: 2, lines: [5, 6], first: 5 },
        { key: 'undocumented 7099', count: 2, lines: [7, 8], first: 7 },
      ],
    );
  });

  test('show the finding whose message says most', () => {
    assert.equal(groups[0]?.fullest.message.memo, '验');
    assert.equal(groups[1]?.fullest, groups[1]?.first);
    assert.equal(groups[2]?.fullest, groups[2]?.first);
  });
});

describe('the clocks at 7003', () => {
  /** Seconds and who is ahead, or what is missing. */
  const clockOf = (text: string) => {
    const finding = decode(index, text).findings.find(({ number }) => number === '7003');
    assert.ok(finding?.clock, text);
    const { clock } = finding;
    return clock.kind === 'difference'
      ? `${clock.ahead} ${clock.seconds}`
      : Object.values(clock.lacks).join(' ');
  };
  const known: readonly (readonly [name: string, text: string, expected: string])[] = [
    [
      'Ts in milliseconds, in the request before',
      'Operation-Type=x&Ts=1597125008902\n\nResult-Status:7003, Server-Time:1597121408902',
      'client 3600',
    ],
    [
      'Ts in seconds',
      '{"ts":"1597121400","resultStatus":7003,"server-time":"1597121408902"}',
      'server 8.902',
    ],
    // The sample of the digest page: 14:14:07.460 at +08:00.
    ['Ts to base 64', 'Ts=N9uqCLa\nresult-status=[7003], server-time=[1591164847460]', 'neither 0'],
    [
      'both times in one line of the SDK',
      'result-status: 7003\nServer-Time: 1597121408902, Client-Time:1597121409402',
      'client 0.5',
    ],
    [
      'the time of the line, with its zone',
      '2020-08-11 13:50:08.902000+0800 App[1:2] resp:{\n"result-status" = 7003;\n"server-time" = 1597121408902;\n}',
      'client 3600',
    ],
    [
      'the time of the line, with a zone of half an hour',
      '2020-08-11 10:20:08.902+05:30 {Server-Time=[1597121408902], Result-Status=[7003]}',
      'neither 0',
    ],
    [
      'the time of the line, in UTC',
      '2020-08-11T04:50:08.902Z {Server-Time=[1597121408902], Result-Status=[7003]}',
      'neither 0',
    ],
    [
      'a name for 7003, near the times',
      'Ts=1597121408902\nserver-time: 1597121409902\nSIGN_TIME_STAMP_ERROR 7003 result-status: 7003',
      'server 1',
    ],
    [
      'a clock that was set back',
      'ts: 946684800000, result-status: 7003, server-time: 1597121408902',
      'server 650436608.902',
    ],
  ];
  for (const [name, text, expected] of known)
    test(`are compared by ${name}`, () => {
      assert.equal(clockOf(text), expected);
    });

  const unknown: readonly (readonly [name: string, text: string, lacks: string])[] = [
    ['neither time is there', 'result-status: 7003', 'both'],
    ["the server's is missing", 'Ts=1597121408902 result-status: 7003', 'server Ts'],
    [
      "the client's is missing",
      'result-status: 7003, server-time: 1597121408902',
      'client server-time',
    ],
    [
      'the line has no zone',
      '2020-08-11 13:50:08.902 {Server-Time=[1597121408902], Result-Status=[7003]}',
      'client Server-Time 2020-08-11 13:50:08.902 zone',
    ],
    [
      'the line has no year',
      '01-23 12:34:56.789  1  2 E mynet: {Server-Time=[1597121408902], Result-Status=[7003]}',
      'client Server-Time 01-23 12:34:56.789 year-and-zone',
    ],
    ['the times are no times', 'Ts=Loading server-time: soon result-status: 7003', 'both'],
    [
      'the times are far away',
      `Ts=1597121408902 server-time: 1597121408902\n${'x\n'.repeat(300)}result-status: 7003`,
      'both',
    ],
  ];
  for (const [name, text, lacks] of unknown)
    test(`are not compared where ${name}`, () => {
      assert.equal(clockOf(text), lacks);
    });

  test('say which lines were read', () => {
    const { clock } = only('Ts=1597121408902\n\nresult-status: 7003\nserver-time: 1597121408902');
    assert.ok(clock?.kind === 'difference');
    assert.deepEqual([clock.client.line, clock.server.line], [1, 4]);
    assert.deepEqual([clock.client.name, clock.server.name], ['Ts', 'server-time']);
  });

  test("are read in the line that has the time, where it is the message's first", () => {
    const headers = '\n  "result-status" = 7003;\n  memo = x;\n  "server-time" = 1597121408902;\n}';
    const { clock } = only(`2020-08-11 13:50:08.902000+0800 App[1:2] resp:{${headers}`);
    assert.ok(clock?.kind === 'difference');
    assert.deepEqual(
      [clock.client.name, clock.client.line, clock.server.line],
      ['line-time', 1, 4],
    );
  });

  test('agree where they differ by less than is shown', () => {
    for (const [ms, expected] of [
      [0, 'neither 0'],
      [49, 'neither 0.049'],
      [50, 'client 0.05'],
    ] as const) {
      const text = `Ts=${1597121408902 + ms}\nresult-status: 7003\nserver-time: 1597121408902`;
      assert.equal(clockOf(text), expected);
    }
  });

  test('are asked for at no other code', () => {
    assert.equal(only('result-status: 7002, server-time: 1597121408902').clock, undefined);
  });
});

/** Single-line messages, each complete in itself, and lines that hold nothing. */
const MESSAGES = [
  'com.alipay.mobile.common.rpc.RpcException: RPCException: [7001] : 验签失败',
  'RPCException: [3] : x',
  'Rpc Exception code : 3003',
  'APMobileNetwork com.example.op resp:{ "result-status" = 7014; memo = "%E9%AA%8C"; }',
  '{"resultStatus":1002,"tips":"x"}',
  '^API=com.example.op^ERR_CODE=7001^',
  'kDTRpcNetworkError',
  'SG ERROR: 608',
  GATEWAY_DIGEST,
  SERVICE_DIGEST,
  '用户的报错码是 6003',
  '无线保镖报错 303',
  'Error Domain=NSURLErrorDomain Code=-1009 "x"',
  'com.example.rpc.RpcException: [16] x',
  '{"error":4001,"errorMessage":"x"}',
  '{resultStatus: 5000, result: , memo: x}',
];
const NOISE = [
  '',
  '\tat com.example.Foo.bar(Foo.java:1002)',
  'MyApp[7014:3003] viewDidLoad',
  '01-23 12:34:56.789  7014  3003 I art: cost=5000ms [7014]',
  'Content-Length is 4001, port :7003',
  '顾客太多',
];
const fragment = fc.oneof(
  fc.constantFrom(
    ...MESSAGES,
    ...NOISE,
    IOS_REPLY,
    '\n',
    '\r',
    '\r\n',
    '{',
    '}',
    '"',
    '\\',
    '=',
    ': ',
  ),
  fc.constantFrom(
    'memo',
    'tips=',
    'Ts=',
    'server-time: 1597121408902',
    'result-status',
    'rpc',
    '%E9',
  ),
  fc.nat({ max: 9999 }).map(String),
  fc.string({ unit: ANY_CHARACTER, maxLength: 20 }),
);
const text = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(''));

const summary = ({ groups, neighbours }: Decoded) => ({
  groups: groups.map(({ key, count }) => `${key} ${count}`).sort(),
  neighbours: neighbours.map(({ system, number }) => `${system} ${number}`).sort(),
});

describe('whatever the text', () => {
  test('the answer is one, in order, at its place, and only with what the index has', () => {
    fc.assert(
      fc.property(text, (log) => {
        const { findings, neighbours, groups, lines } = decode(index, log);
        const written = log.split(/\r\n|[\n\r]/);
        for (const { line, column, text: found, excerpt, from, to } of [
          ...findings,
          ...neighbours,
        ]) {
          assert.ok(line <= lines);
          assert.ok(written[line - 1]?.startsWith(found, column - 1));
          assert.equal(excerpt.slice(from, to), found);
        }
        for (const { answer } of findings) {
          const ids = answer.kind === 'meanings' ? answer.ids : answer.elsewhere;
          for (const id of ids) assert.ok(IDS.has(id), id);
        }
        const order = findings.map(({ line, column }) => line * 1e6 + column);
        assert.deepEqual(
          order,
          [...order].sort((a, b) => a - b),
        );
        assert.equal(
          groups.reduce((sum, { count }) => sum + count, 0),
          findings.length,
        );
      }),
      { numRuns: 500 },
    );
  });

  test('slices of any length give the same as the whole', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1 }),
        (log, sizes) => {
          const decoder = createDecoder(index);
          for (let at = 0, turn = 0; at < log.length; turn += 1) {
            const size = turn > 200 ? 1000 : (sizes[turn % sizes.length] ?? 1);
            decoder.push(log.slice(at, at + size));
            at += size;
          }
          assert.deepEqual(decoder.finish(), decode(index, log));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('messages of one line are found in any order and among any noise', () => {
    const alone = summary(decode(index, MESSAGES.join('\n')));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(MESSAGES, { minLength: MESSAGES.length }),
        fc.array(fc.constantFrom(...NOISE), { maxLength: 30 }),
        fc.infiniteStream(fc.boolean()),
        (messages, noise, coins) => {
          const [left, right] = [[...messages], [...noise]];
          const lines: string[] = [];
          for (const coin of coins) {
            const line = (coin ? left : right).shift() ?? left.shift();
            if (line === undefined) break;
            lines.push(line);
          }
          assert.deepEqual(summary(decode(index, [...lines, ...right].join('\n'))), alone);
        },
      ),
    );
  });

  test('with an empty index nothing is documented', () => {
    const empty = { meanings: [], classes: [], neighbours: [], statuses: [] };
    const { findings } = decode(empty, [...MESSAGES, IOS_REPLY].join('\n'));
    assert.ok(findings.every(({ answer }) => answer.kind === 'undocumented'));
  });
});

describe('a reading that is stopped', () => {
  test('gives what was found, and no code of half a line', () => {
    const decoder = createDecoder(index);
    decoder.push('result-status: 7001\nresult-status: 70');
    const { findings, lines } = decoder.stop();
    assert.deepEqual([findings.map(said), lines], [['gateway/7001'], 1]);
  });

  test('is complete where the rest comes', () => {
    const decoder = createDecoder(index);
    decoder.push('result-status: 7001\nresult-status: 70');
    decoder.push('14');
    assert.deepEqual(decoder.finish().findings.map(said), ['gateway/7001', 'gateway/7014']);
  });
});

/** Each would take minutes to hours if any step went through a line again for each of its parts. */
const BAITS: Readonly<Record<string, string>> = {
  'a word': 'a'.repeat(1e5),
  'a name': '"result-status"'.repeat(1e4),
  'a name and signs': `result-status${'\\'.repeat(1e5)}${' '.repeat(1e5)}`,
  'a name and blanks': `resultStatus${'\t'.repeat(1e5)}=`,
  'an endless digest': ` - (${','.repeat(1e5)}`,
  'digests without end': ' - (a,b,Y,'.repeat(1e4),
  memos: `result-status: 7001 ${'memo:'.repeat(2e4)}`,
  'memos in quotes': `result-status: 7001 ${'memo="'.repeat(2e4)}`,
  'an endless memo': `result-status: 7001 memo="${'\\"'.repeat(5e4)}`,
  escapes: `result-status: 7001 memo=${'%E9'.repeat(3e4)}`,
  'opened braces': `result-status: 7001 memo: x ${'{'.repeat(1e5)} result-status: 7001`,
  'closed braces': `result-status: 7001 memo: x ${'}'.repeat(1e5)} result-status: 7001`,
  'codes in braces': `memo: x ${'{result-status: 7001'.repeat(5e3)}`,
  times: `${'Ts='.repeat(5e4)} result-status: 7003`,
  'codes without end': '"result-status": 7001, '.repeat(5e3),
  'headers without end': 'a: b\n'.repeat(5e4) + 'result-status: 7001\n'.repeat(5e3),
  'empty lines': '\n'.repeat(1e5),
  exceptions: 'SecException'.repeat(1e4),
  capitals: `${'A_'.repeat(5e4)}${'A'.repeat(1e5)}`,
  'a megabyte in one line': `${NOISE.join(' ').repeat(7e3)} result-status: 7001`,
};
describe('a text made to be slow', () => {
  for (const [name, bait] of Object.entries(BAITS))
    test(`${name}: is read to its end`, { timeout: 60_000 }, () => {
      assert.ok(decode(index, bait).lines > 0);
    });
});
