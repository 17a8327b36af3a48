/** Words for the scripts that copy, as attributes in the markup: those scripts load no words for them. */
import type { Edition } from './edition.ts';

type Words = Edition['words'];

/** What is said after copying. */
export const copyOutcome = ({ copied, notCopied }: Words) => ({
  'data-copied': copied,
  'data-not-copied': notCopied,
});

/** The same around headings, with what their buttons are called before the heading's text. */
export const headingCopy = (words: Words) => ({
  'data-copy-link': words.labelled(words.copyLink, ''),
  ...copyOutcome(words),
});
