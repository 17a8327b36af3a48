/** The Chinese of the project: the words of the trade, and its own marks and spaces. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chineseProblemsOf, chineseTexts } from '../prose/chinese.ts';

test('every Chinese text has the words of the trade and full-width marks', () => {
  const texts = chineseTexts();
  assert.ok(texts.length > 3000, `${texts.length} texts were read`);
  const problems = texts.flatMap(chineseProblemsOf);
  assert.ok(problems.length === 0, `${problems.length} to fix:\n  ${problems.join('\n  ')}`);
});

describe('what the check notices', () => {
  const NOTICED = [
    ['按名字理解：图片版本过低。', /不写“按名字理解”，写：从名称推断/],
    ['这是网关的答复。', /不写“答复”，写：响应、返回/],
    ['较早的 SDK 原样传出。', /写：透传/],
    ['在一个同源容器的代码里。', /写：同系列容器/],
    ['无论哪种原因', /写：处理步骤、通用步骤/],
    ['只有 release 构建失败。', /写：安装包、测试包、版本/],
    ['在 API 的高级设置里调高。', /写：高级配置/],
    ['读响应的 Body。', /写：响应体、请求体/],
    ['请求没有离开手机。', /写：发出/],
    ['同一时刻有好几个调用以 8 结束。', /写：返回/],
    ['在客户端的时限内没有响应。', /写：超时时间/],
    ['后面是无线保镖的数字。', /写：错误码、结果码/],
    ['没有来源说明所用算法。', /写：没有资料说明/],
    ['一个新版 SDK 照样发送。', /写：某个较新版本的、较新的/],
    ['按我们的理解，后端没有执行。', /写：本站推断、估计/],
    ['122 在库启动时出现。', /写：初始化/],
    ['含义来自这个库的代码。', /写：安全库、无线保镖/],
    ['把图片放进工程目录。', /写：项目/],
    ['只知道名字。', /写：名称/],
    ['查看日志，改正异常。', /写：修复异常/],
    ['签名：图片版本过低', /写：加签/],
    ['从名称推断：动态加密失败。', /写：从名称推断，……/],
    ['只读调用可以重复。', /写：重试、再调一次/],
    ['日志里有 "Read error"。', /引号用“”/],
    ['无线保镖 也有它。', /汉字之间不空格/],
    ['手机时间不准, 再试一次。', /中文用全角标点/],
    ['会变成： 网关 7014。', /全角标点旁边不空格/],
    ['返回7014。', /汉字与字母、数字之间空一格/],
  ] as const;
  for (const [text, message] of NOTICED)
    test(text, () => {
      assert.match(chineseProblemsOf({ place: 'here', text }).join('\n'), message);
    });

  const PASSED = [
    '重新构建应用，再检查 `Body` 和 SecurityBody。',
    '在 Wi-Fi 的高级设置里把代理设为“无”。',
    '返回 7014，检查 `ts` 参数；默认 3 秒，即 30%。',
    '默认的限流响应：顾客太多,客官请稍候',
    '支付 SDK 也有同名字段；重复支付之前，先查 APK 的签名。',
  ];
  for (const text of PASSED)
    test(`passes: ${text}`, () => {
      assert.deepEqual(chineseProblemsOf({ place: 'here', text }), []);
    });
});
