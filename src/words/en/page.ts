/** English words of the scripts of code pages: the text for a ticket, and the context that a link carries. */
const context = {
  api: 'Operation',
  trace: 'Trace id',
  time: 'Time',
  version: 'App version',
};

export const page = {
  /** What the names in the fragment of a link are called. */
  context,
  yourCall: 'Your call, from the link',
  traceSearch: 'On Apsara Stack, search the trace id in the console under trace analysis.',
  logQuery: 'On Apsara Stack, on the gateway server:',
  copyQuery: 'Copy command',
  copy: 'Copy',
  copyOf: (name: string): string => `Copy: ${name}`,
  copiedShort: 'Copied',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying.',
  ticket: {
    /** @param place the id of the meaning on its page, such as `android` */
    heading: (heading: string, place: string): string => `MGS result code: ${heading} (${place})`,
    fact: (label: string, value: string): string => `${label}: ${value}`,
    tried: 'Tried:',
  },
};

export type PageWords = typeof page;
