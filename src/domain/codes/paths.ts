/** How the addresses that the data makes are spelled. Small on purpose: every page loads it. */

export const codesPath = '/codes';

/** The page of a number, a named range, a symbol, a class or a family. */
export const codePath = (code: string): string => `${codesPath}/${code}`;

export const guidePath = (id: string): string => `/guides/${id}`;
