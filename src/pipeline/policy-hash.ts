import { createHash } from 'node:crypto';

/** The name of a script or style in a content policy, for one that stands in the page: `sha256-…`. */
export const policyHash = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;
