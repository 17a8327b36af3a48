/** Traditional characters for the simplified ones of a text, from OpenCC's tables. */
import { Converter } from 'opencc-js/t2cn';

/** The block of common Chinese characters. */
const [FIRST, LAST] = [0x4e00, 0x9fff];

/** Every traditional character that stands for one of the text, and at the same place the one it stands for. */
export function chineseVariants(text: string): { traditional: string; simplified: string } {
  const used = new Set(text.match(/\p{Script=Han}/gu));
  const convert = Converter({ from: 't', to: 'cn' });
  let [traditional, simplified] = ['', ''];
  for (let point = FIRST; point <= LAST; point += 1) {
    const character = String.fromCodePoint(point);
    const plain = convert(character);
    if (plain === character || !used.has(plain)) continue;
    traditional += character;
    simplified += plain;
  }
  return { traditional, simplified };
}
