/** Faults that change nothing that a caller can see, each with the reason. */
import type { Mutant } from './mutants.ts';

export const EQUIVALENT: readonly (Pick<Mutant, 'file' | 'code' | 'original' | 'replacement'> & {
  readonly why: string;
})[] = [
  {
    file: 'src/domain/codes/rules/form-letters.ts',
    code: 'statement.position < other.position ? [statement, other] : [other, statement];',
    original: '<',
    replacement: '<=',
    why: 'No two statements have the same position.',
  },
  {
    file: 'src/domain/text/redact/value-checks.ts',
    code: String.raw`return /^(?=[^\d\s]*\d)[a-z][\w.-]{5,}$/.test(word);`,
    original: String.raw`/^(?=[^\d\s]*\d)[a-z][\w.-]{5,}$/`,
    replacement: String.raw`/^(?=[^\d\s]+\d)[a-z][\w.-]{5,}$/`,
    why: 'The first character is a letter, so at least one comes before the digit.',
  },
  {
    file: 'src/domain/text/redact/names.ts',
    code: 'for (; nextHan < han.length && (han[nextHan]?.from ?? to) < start; nextHan += 1) {',
    original: '<',
    replacement: '<=',
    why: 'No Chinese name begins where a word or the range ends, and behind the last there is none.',
  },
  {
    file: 'src/domain/text/clock.ts',
    code: "const iso = `${full['year']}-${full['month']}-${full['day']}T${full['hour']}:${full['minute']}:${full['second']}.${(full['fraction'] ?? '').slice(0, 3).padEnd(3, '0')}`;",
    original: '3',
    replacement: '4',
    why: 'The standard has three digits; the engine that runs the tests reads any number of them.',
  },
  {
    file: 'src/domain/text/redact/decoded-view.ts',
    code: "return { text: '', level: 0 };",
    original: '0',
    replacement: '1',
    why: 'Where there is no character, none has the level.',
  },
  {
    file: 'src/domain/codes/rules/form-letters.ts',
    code: '.slice(0, size - shared + 1);',
    original: '1',
    replacement: '2',
    why: 'Statements that share enough share one of the first already; one more finds the same.',
  },
  {
    file: 'src/domain/text/kept-spans.ts',
    code: 'if (last && span.from <= last.to)',
    original: '<=',
    replacement: '<',
    why: 'Two spans that touch keep the same text as one.',
  },
  {
    file: 'src/domain/text/redact/value-ends.ts',
    code: 'level < opened || level % (2 * (opened + 1)) === opened;',
    original: '<',
    replacement: '<=',
    why: 'What is escaped as often fulfils the second condition.',
  },
  {
    file: 'src/domain/text/redact/decoded-view.ts',
    code: 'starts.subarray(0, front).fill(-1);',
    original: '1',
    replacement: '2',
    why: 'Any number below 0 is no position.',
  },
  {
    file: 'src/domain/text/redact/decoded-view.ts',
    code: 'ends.subarray(0, front).fill(-1);',
    original: '1',
    replacement: '2',
    why: 'Any number below 0 is no position.',
  },
  {
    file: 'src/domain/text/redact/key-blocks.ts',
    code: 'const RUN_BEGINS = 80;',
    original: '80',
    replacement: '81',
    why: 'A run is told by its first 33 characters, a shorter one by the end of its line, which would have to be 80 spaces away.',
  },
  {
    file: 'src/domain/text/redact/named-values.ts',
    code: "const quote = join.level > 0 ? { char: '\"', level: join.level - 1 } : null;",
    original: '>',
    replacement: '>=',
    why: 'The quote would have the level -1, and none closes that.',
  },
  {
    file: 'src/domain/text/redact/named-values.ts',
    code: 'if (quote === null) quote = { char, level: levels[at] ?? 0 };',
    original: '0',
    replacement: '1',
    why: 'Where a character was read, there is its level.',
  },
  {
    file: 'src/domain/text/reply-fields.ts',
    code: String.raw`return text.replace(/(?:%[\dA-F]{2})+/gi, (run) => {`,
    original: String.raw`/(?:%[\dA-F]{2})+/gi`,
    replacement: String.raw`/(?:%[\dA-F]{2})*/gi`,
    why: 'Where there is no escape, nothing is replaced by nothing.',
  },
];
