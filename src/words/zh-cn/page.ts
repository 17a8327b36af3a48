/** Chinese words of the scripts of code pages. */
import type { PageWords } from '../en/page.ts';

export const page: PageWords = {
  context: { api: '接口（operationType）', trace: 'TraceId', time: '时间', version: '应用版本' },
  yourCall: '链接里带来的这次调用',
  traceSearch: '专有云：在控制台的链路分析里搜索这个 TraceId。',
  logQuery: '专有云：在网关服务器上执行',
  copyQuery: '复制命令',
  copy: '复制',
  copyOf: (name) => `复制：${name}`,
  copiedShort: '已复制',
  copied: '已复制。',
  notCopied: '浏览器不允许复制。',
  ticket: {
    heading: (heading, place) => `MGS 结果码：${heading}（${place}）`,
    fact: (label, value) => `${label}：${value}`,
    tried: '已尝试：',
  },
};
