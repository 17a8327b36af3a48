/** English words of the line that says what is kept for offline use. */
export const offline = {
  kept: 'Kept for offline use.',
  copyOf: (day: string): string =>
    `This is the offline copy of ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))}.`,
  copy: 'This is an offline copy.',
  keep: 'Keep for offline use',
  keeping: 'Keeping…',
  changed: 'This host changes the pages, so it keeps no offline copy of them.',
  missing: (address: string): string =>
    `This host lacks ${address}, so this version is not kept for offline use.`,
  full: 'This browser has no room for an offline copy.',
  unreachable: 'Not everything could be fetched. Reload the page to try again.',
};

export type OfflineWords = typeof offline;
