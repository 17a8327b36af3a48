/** What the values of the data are called in Chinese, wherever they are shown: in the views and in search. */
import type { Labels, Punctuation } from '../en/labels.ts';

const parties: Labels['parties'] = {
  app: '客户端开发',
  operator: '网关管理员',
  backend: '后端（业务系统）',
  network: '用户或网络管理员',
  nobody: '无需处理',
};

const retry: Labels['retry'] = {
  never: '不要重试',
  'after-fix': '处理后再重试',
  backoff: '退避重试',
  'if-idempotent': '仅幂等调用可重试',
  'not-applicable': '无需重试',
};

export const labels: Labels = {
  families: {
    gateway: '网关',
    service: '业务侧',
    android: 'Android',
    ios: 'iOS',
    'security-guard': '无线保镖',
  },
  parties,
  partiesInOrder: (first, also) =>
    [parties[first], ...also.map((party) => parties[party])].reduce(
      (order, party, at, all) =>
        `${order}，${at > 1 && at === all.length - 1 ? '最后' : '其次'}${party}`,
    ),
  retry,
  retryStep: { ...retry, backoff: '退避后重复这一步，不要重试调用' },
  sdkOnly: '仅见于 SDK',
};

/** Full-width marks have their own space. */
export const punctuation: Punctuation = {
  colon: '：',
  labelEnd: '：',
  comma: '、',
  clause: '，',
  semicolon: '；',
  stop: '。',
  gap: '',
  range: '-',
};
