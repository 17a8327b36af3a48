/** What a rule finds wrong, and how it is said. */
import type { Content } from '../catalogue.ts';

export type Problem = {
  /** Path below the project's folder. */
  readonly file: string;
  /** Where in the file, or empty for the file as a whole. */
  readonly field: string;
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
};

export type Rule = {
  readonly name: string;
  readonly why: string;
  readonly check: (content: Content) => readonly Problem[];
};

/** `content/codes/gateway/7014.yaml (related): … Fix: …` */
export const formatProblem = ({ file, field, message, fix }: Problem): string =>
  `${file}${field === '' ? '' : ` (${field})`}: ${message} Fix: ${fix}`;

/** The file of a meaning. */
export const fileOf = (id: string): string => `content/codes/${id}.yaml`;
