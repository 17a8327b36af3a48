/** Chinese words of the line that says what is kept for offline use. */
import { dayFormat } from '../counted.ts';
import type { OfflineWords } from '../en/offline.ts';

const dayOf = dayFormat('zh-CN');

export const offline: OfflineWords = {
  kept: '已保存，可离线使用。',
  copyOf: (day) => `这是 ${dayOf(new Date(day).toISOString().slice(0, 10))}的离线版。`,
  copy: '这是离线版。',
  keep: '保存以供离线使用',
  keeping: '正在保存……',
  changed: '当前站点的服务器会改动页面，因此不保存离线版。',
  missing: (address) => `当前站点的服务器缺少 ${address}，因此这个版本没有保存为离线版。`,
  full: '这个浏览器没有空间存放离线版。',
  unreachable: '没有全部取到。重新加载页面再试一次。',
};
