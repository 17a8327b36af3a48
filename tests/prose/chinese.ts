/**
 * What a machine can hold of plain Chinese: words that read as translated, or that mean something else
 * in this trade, each with what is written instead; and marks that belong to the other script.
 */
import { readContent } from '../../src/pipeline/read-content.ts';
import type { Prose } from './prose.ts';
import { files, proseLines, ROOT, stringLiterals } from './read-texts.ts';

/** Words that are not used, each with what is written instead. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/按名字(?:理解|看)/, '从名称推断'],
  [/答复|应答/, '响应、返回'],
  [/原样传出|会传出/, '透传'],
  [/同源(?: ?Web ?)?容器/, '同系列容器'],
  [/无论哪种原因/, '处理步骤、通用步骤'],
  [/(?:测试|试验|release|debug|[这同]一?个|(?<!重)新|旧) ?构建/, '安装包、测试包、版本'],
  [/(?<!Wi-Fi 的)高级设置/, '高级配置'],
  [/\bBody\b/, '响应体、请求体'],
  [/离开了?(?:手机|设备|应用)/, '发出'],
  [/发送调用/, '发起调用、发出请求'],
  [/以 ?(?:iOS |Android )?\d+ ?(?:结束|到达)/, '返回'],
  [/没有任何网络/, '完全没有网络'],
  [/内部传输码/, '传输层错误码'],
  [/FAQ/, '常见问题'],
  [/时限|限定时间/, '超时时间'],
  [/旧结果码列表|列表让应用/, '旧版结果码列表的处理建议是'],
  [/接着读/, '延伸阅读'],
  [/不要混同于/, '注意区别于'],
  [/(?:无线保镖|客户端|SDK ?|系统|支付宝)(?:自己)?的数字/, '错误码、结果码'],
  [/会变成其中之一/, '会变成以下之一'],
  [/Trace ?ID|trace id/, 'TraceId'],
  [/没有来源说/, '没有资料说明'],
  [/一个(?:新版|较新的 SDK)/, '某个较新版本的、较新的'],
  [/我们的?(?:理解|预期|推断|写)|是我们/, '本站推断、估计'],
  [/库启动|启动一次库/, '初始化'],
  [/(?:^|[。；，：、由是在和让给把]|这个|同一个)库/, '安全库、无线保镖'],
  [/(?<!一般)工程(?!师)/, '项目'],
  [/(?<!同)名字/, '名称'],
  [/改正异常/, '修复异常'],
  [/^签名：|(?:调用|请求)签名|签名(?:函数|过程|步骤|在应用|失败，|失败（)/, '加签'],
  [/(?:^|，)从名称推断：/, '从名称推断，……'],
  [/只读调用[^，。；]{0,8}重复|重复(?:一次|一遍)|(?:不必|能否|再|只)重复(?!的)/, '重试、再调一次'],
];

const HAN = String.raw`\p{Script=Han}`;

/** Marks and spaces, each with the rule that they break. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${HAN}[,;:!?](?=$|\\s|${HAN})`, 'u'), '中文用全角标点'],
  [/[，。：；！？、（）] | [，。：；！？、（）]/u, '全角标点旁边不空格'],
  [/"/, '引号用“”'],
  [new RegExp(`${HAN} ${HAN}`, 'u'), '汉字之间不空格'],
  [new RegExp(`${HAN}[A-Za-z0-9]|[A-Za-z0-9]${HAN}`, 'u'), '汉字与字母、数字之间空一格'],
];

/** Texts that systems show with their own marks. */
const VERBATIM = [
  '顾客太多,客官请稍候',
  '顧客太多,客官請稍候',
  '验签RPC接口 加签数据为空',
  'HTTP 状态码: …',
];

/** Texts of systems are quoted as they are; code is no prose. */
const plain = (text: string): string =>
  VERBATIM.reduce((rest, quoted) => rest.replaceAll(quoted, 'x'), text)
    .replace(/`[^`]*`|https?:\/\/\S+/g, 'x')
    .replace(/“[^“”]*”/g, '“x”')
    .replace(/(?<=[x”]) ?(?=[x“])/g, ' ');

/** Everything that is wrong with a Chinese text, as sentences. */
export function chineseProblemsOf({ place, text }: Prose): string[] {
  const read = plain(text);
  return [
    ...INSTEAD.flatMap(([pattern, instead]) => {
      const found = pattern.exec(read);
      return found ? [`${place}: 不写“${found[0].trim()}”，写：${instead}。`] : [];
    }),
    ...MARKS.flatMap(([pattern, rule]) => {
      const found = pattern.exec(read);
      return found ? [`${place}: “${found[0]}”：${rule}。`] : [];
    }),
  ];
}

/** Chinese of the entries, by their English sentences. */
const ofPairs = (): Prose[] =>
  Object.entries(readContent(ROOT).content.translations['zh-cn']?.pairs ?? {}).flatMap(
    ([file, pairs]) => pairs.map(({ translation: text }) => ({ place: file, text })),
  );

/** Paragraphs of the guides, without code, front matter and markup. */
const ofGuide = (file: string): Prose[] =>
  proseLines(file).flatMap(({ place, text: line }) =>
    /^import |^ {2,}/.test(line)
      ? []
      : // A table sets texts of systems beside codes, so that only its words are read.
        line.split('|').map((cell) => ({
          place,
          text: cell
            .replace(/<(?:Cite|GuideLink|PageLink)[^<>]*\/>/g, '链接')
            // A mark of a source is set apart by a space that is no text.
            .replace(/(?<=\p{Script=Han}) (?=链接)/gu, '')
            .replace(/<NumberLink[^<>]*\/>/g, '1')
            .replace(/<[^<>]*>/g, '')
            .replace(/\*\*/g, '')
            .replace(/^\s*(?:[-+]|\d+\.)\s/, '')
            .trim(),
        })),
  );

/** All Chinese that somebody reads, in the order of the files. */
export function chineseTexts(): Prose[] {
  return [
    ...ofPairs(),
    ...files('src/content/docs/zh-cn/**/*.mdx').flatMap(ofGuide),
    ...files('src/words/zh-cn/*.ts')
      .filter((file) => !file.endsWith('search.ts'))
      // Words of search are what readers type.
      .flatMap((file) => stringLiterals(file, '\u{fffc}')),
  ].filter(({ text }) => /\p{Script=Han}/u.test(text));
}
