/**
 * Invented gateway codes in any number, for builds at a size that the source does not have yet. Their
 * sentences are drawn from the words of the real pages, as often as these have them: common words
 * are on every page, as in real text, and no sentence is there twice.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { readContent } from '../../src/pipeline/read-content.ts';
import type { Content } from '../../src/domain/codes/catalogue.ts';
import type { Meaning, SourceTables } from '../../src/domain/codes/schema.ts';
import { translatables } from '../../src/domain/codes/translation.ts';
import { codePath } from '../../src/site/urls.ts';
import { LANGUAGES } from '../../src/words/languages.ts';

/** No real number is so high. */
const FIRST = 20_000;
const SEED = 7014;
/** Words in a sentence, and sentences in a list, as on an average real page. */
const SENTENCE = 16;
const TITLE = 5;

type Facts = Omit<Extract<Meaning, { kind: 'code' }>, 'id' | 'family' | 'code'>;
type Pick = <T>(from: readonly T[]) => T;

/** Adds invented codes to a copy of the project, with everything that the data rules ask of a code. */
export function addSyntheticCodes(root: string, amount: number): void {
  if (amount <= 0) return;
  const { content } = readContent(root);
  const pick = picker(SEED);
  const codes = Array.from({ length: amount }, (_, index) => {
    const code = String(FIRST + index);
    return { code, facts: syntheticFacts(content, code, index, pick) };
  });
  for (const { code, facts } of codes)
    writeFileSync(join(root, `content/codes/gateway/${code}.yaml`), dump(facts));

  const tablesFile = join(root, 'content/source-tables.yaml');
  const tables = load(readFileSync(tablesFile, 'utf8')) as SourceTables;
  const rows = codes.map(({ code, facts }) => ({ code, description: facts.title }));
  writeFileSync(tablesFile, dump({ ...tables, gateway: [...(tables['gateway'] ?? []), ...rows] }));

  const addresses = LANGUAGES.flatMap(({ path }) =>
    codes.map(({ code }) => `${path}${codePath(code)}\n`),
  );
  appendFileSync(join(root, 'content/addresses.txt'), addresses.join(''));
  const files = codes.map(({ code }) => `content/codes/gateway/${code}.yaml`);
  for (const language of Object.keys(content.translations))
    addPairs(root, language, new Set(files), pick);
}

/** Writes a pair for every sentence of some files, in invented Chinese of real words. */
function addPairs(root: string, language: string, files: ReadonlySet<string>, pick: Pick): void {
  const { content } = readContent(root);
  const words = Object.values(content.translations[language]?.pairs ?? {})
    .flat()
    .flatMap(({ translation }) => translation.match(/\p{Script=Han}{2,4}/gu) ?? []);
  const sentences = translatables(content).filter(({ file }) => files.has(file));
  for (const [file, texts] of Map.groupBy(sentences, (each) => each.file)) {
    const pairs = [...new Set(texts.map(({ text }) => text))].map((en) => {
      const invented = Array.from({ length: en.split(' ').length }, () => pick(words)).join('');
      // Both sides of a pair have the same code and numbers.
      return { en, translation: [invented, ...(en.match(/`[^`]*`|\d+/g) ?? [])].join(' ') };
    });
    writeFileSync(join(root, file.replace(/^content/, `content/${language}`)), dump(pairs));
  }
}

function syntheticFacts(content: Content, code: string, index: number, pick: Pick): Facts {
  const real = pick(content.meanings.filter(({ standing }) => standing === 'documented'));
  const words = wordsOf(content);
  const phrase = (length: number) => Array.from({ length }, () => pick(words)).join(' ');
  const short = shortStatementsOf(content);
  const sentence = (length = SENTENCE): string => {
    const words = phrase(length);
    return short.some((each) => ` ${words} `.toLowerCase().includes(` ${each} `))
      ? sentence(length)
      : `${words} ${code}.`;
  };
  const source = () => pick(content.sources).id;
  const before = [1, 7].filter((distance) => distance <= index);
  return {
    kind: 'code',
    title: phrase(TITLE).slice(0, 60).trim(),
    names: [
      {
        kind: 'chinese-label',
        text: Array.from({ length: 8 }, () => pick(CHINESE)).join(''),
        source: source(),
      },
      { kind: 'sdk-constant', text: `SYNTHETIC_${code}`, source: source() },
    ],
    keywords: Array.from({ length: 8 }, () => phrase(2)),
    meaning: sentence(),
    actor: { ...real.actor, why: sentence() },
    retry: { ...real.retry, why: sentence() },
    standing: 'documented',
    tellUser: sentence(10),
    fails: real.fails,
    firstStep: sentence(10),
    causes: Array.from({ length: 4 }, () => ({
      text: sentence(),
      basis: 'reported' as const,
      source: source(),
      tell: sentence(),
      fix: Array.from({ length: 2 }, () => ({ text: sentence() })),
    })),
    logs: [],
    look: Array.from({ length: 2 }, () => ({ text: sentence(), source: source() })),
    fix: [{ text: sentence() }],
    check: Array.from({ length: 2 }, () => ({ text: sentence() })),
    related: before.map((distance) => ({
      id: `gateway/${FIRST + index - distance}`,
      reason: sentence(),
    })),
    confusions: [{ with: phrase(2), text: sentence(), source: source() }],
    unknowns: [sentence()],
    remarks: [],
    guides: real.guides,
    sources: [],
    checked: real.checked,
  };
}

const CHINESE = Array.from(
  '验签失败网络超时请求数据解密参数缺少服务异常签名接口关闭证书时间登录权限调用系统未知',
);

/** Computed once for each content. */
function once<T>(compute: (content: Content) => T): (content: Content) => T {
  const cache = new WeakMap<Content, { readonly value: T }>();
  return (content) => {
    const found = cache.get(content) ?? { value: compute(content) };
    cache.set(content, found);
    return found.value;
  };
}

/** Every word of the real sentences, as often as it is there. */
const wordsOf = once(({ meanings }) =>
  meanings
    .flatMap(({ meaning, causes, fix, check }) => [
      meaning,
      ...[...causes, ...fix, ...check].map(({ text }) => text),
    ])
    .flatMap((text) => text.match(/[a-z]{2,14}/gi) ?? []),
);

/** Real statements of three words, in small letters: the data rules refuse a sentence that holds one. */
const shortStatementsOf = once(({ meanings }) =>
  meanings
    .flatMap(({ meaning, firstStep, causes, fix, check }) => [
      meaning,
      firstStep,
      ...[...causes, ...causes.flatMap((cause) => cause.fix), ...fix, ...check].map(
        ({ text }) => text,
      ),
    ])
    .map((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((words) => words.length === 3)
    .map((words) => words.join(' ')),
);

/** Picks at random, and the same at every run (mulberry32). */
function picker(seed: number): Pick {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return (from) => {
    const picked = from[Math.floor(random() * from.length)];
    if (picked === undefined) throw new Error('There is nothing to pick from.');
    return picked;
  };
}
