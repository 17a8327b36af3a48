/** Which built pages a check looks at. */

/** Of the bare HTTP numbers the slow checks take these: the odd ones and both ends. */
const SAMPLED_STATUSES = ['100', '200', '404', '500', '599'];

/** Whether the slow checks look at a page: all but most of the 500 bare HTTP numbers. */
export function isSampled(path: string): boolean {
  const status = /codes[\\/]([1-5]\d\d)(?:[\\/.]|$)/.exec(path)?.[1];
  return status === undefined || SAMPLED_STATUSES.includes(status);
}
