/**
 * A line as the patterns of this folder expect it, at the same offsets: full-width forms as plain
 * ones, the quotes of HTML as escaped quotes, Chinese brackets as plain ones, traditional characters
 * as simplified ones, the colours of a terminal as spaces.
 */
export function plainForm(line: string): string {
  return line.replace(OTHER_FORM, (form) => {
    if (form.length === 1)
      return PLAIN.get(form) ?? String.fromCharCode(form.charCodeAt(0) - WIDTH);
    if (form.startsWith('&')) return (form === '&#39;' ? "'" : '"').padStart(form.length, '\\');
    return ' '.repeat(form.length);
  });
}

/** The characters of the words that patterns look for, as OpenCC's tables have them. */
const TRADITIONAL =
  '並佔併來個傢價別動務匯區問單圖報塊寶層屬嵗幣幷庫張彆彈彔彙後從態應戲戶拋換據敗數於時書東條極樓機檯歲決滙為無爐爲爾狀現環畫異畵發碼種筆箇節簡簽籤約級組結綫網線編總羣聯聲臺與舉華萬藍蘋處號裏裡製訂訊証話誤說説調請證變財車輛轉辦迴這週進遊過還郵釘鈡銀錄錢錯録鍾鏢鐘長門閃間閾關雲電韆響頁項題額類顯颱飛餘驗髮麼麽點齣';
const SIMPLIFIED =
  '并占并来个家价别动务汇区问单图报块宝层属岁币并库张别弹录汇后从态应戏户抛换据败数于时书东条极楼机台岁决汇为无炉为尔状现环画异画发码种笔个节简签签约级组结线网线编总群联声台与举华万蓝苹处号里里制订讯证话误说说调请证变财车辆转办回这周进游过还邮钉钟银录钱错录钟镖钟长门闪间阈关云电千响页项题额类显台飞余验发么么点出';

/** Chinese brackets have no plain form of their own. */
const BRACKETS = { '【': '[', '】': ']', '〔': '[', '〕': ']' };

const PLAIN: ReadonlyMap<string, string> = new Map([
  ...Object.entries(BRACKETS),
  ...Array.from(TRADITIONAL, (form, at) => [form, SIMPLIFIED.charAt(at)] as const),
]);

const OTHER_FORM = new RegExp(
  `[\\uff01-\\uff5e${[...PLAIN.keys()].join('')}]|&quot;|&#3[49];|[^\\P{Cc}\\s]\\[[\\d;]{0,20}m`,
  'gu',
);

/** From a plain character to its full-width form. */
const WIDTH = 0xfee0;
