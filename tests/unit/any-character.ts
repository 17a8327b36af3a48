import fc from 'fast-check';

const SURROGATES = { first: 0xd800, count: 0x800 };

/**
 * One character of Unicode, assigned or not, as a unit of `fc.string`. What `unit: 'binary'` stands for,
 * which takes most of a second to list them all.
 */
export const ANY_CHARACTER = fc
  .nat({ max: 0x10ffff - SURROGATES.count })
  .map((nth) => String.fromCodePoint(nth < SURROGATES.first ? nth : nth + SURROGATES.count));
