/** English words of the views: what the values of the data are called, headings, and sentences around them. */
import type { Family } from '../../domain/codes/families.ts';
import type {
  Basis,
  Executed,
  Fails,
  Hop,
  NameKind,
  Platform,
} from '../../domain/codes/vocabulary.ts';
import { labels, lowerFirst, punctuation } from './labels.ts';
import { dayFormat } from '../counted.ts';

const list = new Intl.ListFormat('en', { type: 'conjunction' });
const either = new Intl.ListFormat('en', { type: 'disjunction' });
const plural = new Intl.PluralRules('en');
const count = (number: number, one: string, other: string): string =>
  `${number.toLocaleString('en')} ${plural.select(number) === 'one' ? one : other}`;

/** The headings of a meaning's sections, in the order of the page. */
const sections = {
  causes: 'Causes',
  fix: 'Whatever the cause',
  reasons: 'Why, and what to tell users',
  check: 'Check that it is fixed',
  look: 'Where to look',
  log: 'In a log',
  provoke: 'Make it happen on a test workspace',
  related: 'Related codes',
  confusions: 'Easily confused with',
  remarks: 'Remarks',
  unknowns: 'Not known',
  sources: 'Names and sources',
};
export type SectionId = keyof typeof sections;

/** The heading of the reasons where nothing is to be told to users. */
const why = 'Why';

const families: Record<Family, { name: string; codes: string; answer: string }> = {
  gateway: { name: labels.families.gateway, codes: 'Gateway codes', answer: 'the gateway' },
  service: { name: labels.families.service, codes: 'Service codes', answer: 'the service' },
  android: { name: labels.families.android, codes: 'Android codes', answer: 'the Android SDK' },
  ios: { name: labels.families.ios, codes: 'iOS codes', answer: 'the iOS SDK' },
  'security-guard': {
    name: labels.families['security-guard'],
    codes: 'Security Guard codes',
    answer: 'Security Guard',
  },
};

const { parties, retry, retryStep } = labels;

const executed: Record<Executed, string> = {
  no: 'This attempt was not executed',
  possible: 'The call may have been executed: find out before you repeat it',
  yes: 'The call was executed: a repeat executes it again',
};

const basis: Record<Basis, string> = {
  official: 'official',
  reported: 'reported',
  inferred: 'inferred',
  general: 'general knowledge',
};

const hops: Record<Hop, string> = {
  device: 'Device',
  sdk: 'SDK',
  network: 'Network',
  gateway: 'Gateway',
  upstream: 'Call',
  service: 'Back end',
};

const fails: Record<Fails, string> = {
  device: 'Usually caused on the device',
  sdk: 'Fails in the app or its SDK',
  network: 'Fails between the SDK and the gateway',
  gateway: 'Fails at the gateway',
  upstream: 'Fails between the gateway and the back end',
  service: 'Fails in the back end',
  none: 'Nothing fails',
  unknown: 'Where it fails is not documented',
};

const reporters: Record<Hop | 'unknown', string> = {
  device: 'reported by the device',
  sdk: 'reported by the SDK',
  network: 'reported by a server on the network',
  gateway: 'reported by the gateway',
  upstream: 'reported by the gateway',
  service: 'reported by the back end',
  unknown: 'who reports it is not documented',
};

const names: Record<NameKind, string> = {
  'chinese-label': 'Chinese label',
  'sdk-constant': 'SDK constant',
  'former-title': 'Former title',
  'seen-text': 'Text seen in a reply',
  'default-text': 'Default text',
};

export const views = {
  siteName: 'MGS result codes',
  shortName: 'MGS codes',
  siteDescription:
    'What each result code of Mobile Gateway Service (MGS, mPaaS) means, who fixes it, whether a retry is safe, and how to fix it.',
  /** For lists of results and for chat windows, where nothing else says whose codes they are. */
  head: {
    siteName: 'mPaaS MGS result codes',
    home: 'What each code means and how to fix it',
    locale: 'en_US',
    shortTitle,
    /** "0: unknown error (Android) or network failure of any kind (iOS)" */
    several: (code: string, meanings: readonly string[]): string =>
      `${code}: ${either.format(meanings)}`,
  },
  /** "Retry: Safe, with back-off" */
  labelled: (label: string, text: string): string => `${label}${punctuation.colon}${text}`,
  /** Between a linked title and what is said of it. */
  afterLink: punctuation.colon as string,
  /** After a text, what is only noted besides. */
  aside: (text: string): string => ` (${text})`,
  /** What somebody else wrote, after the words that say who. */
  quotation: (caption: string, text: string): string => `${caption} "${text}"`,
  openSearch: 'Result codes of Mobile Gateway Service: number, name, prompt or words',
  punctuation,
  families,
  parties,
  partiesInOrder: labels.partiesInOrder,
  retry,
  executed,
  /** In the place of "not executed", of a step on the phone. */
  stepOnly: 'This is about a step on the phone; a call may have run',
  retryStep,
  basis,
  hops,
  fails,
  /** "Fails between the SDK and the gateway; reported by the gateway." */
  failsAndReporter: (where: Fails, reporter: Hop | 'unknown'): string => {
    if (where === reporter || where === 'none') return `${fails[where]}.`;
    // What the gateway refuses has left the SDK.
    const place =
      where === 'sdk' && reporter === 'gateway'
        ? 'Usually caused in the app or its SDK'
        : fails[where];
    return `${place}; ${reporters[reporter]}.`;
  },
  names,
  /** What our translations of English texts are called where the page has them too. */
  originalTitle: 'English title',
  /** Where a title in this language is known, but not from a page of the product. */
  titleOfOldCode: 'Chinese title in SDK or gateway code (not official)',
  oldDefaultText: 'Default text of older gateways (not official)',
  translations: {
    title: 'Our translation of the title',
    official: 'Our translation of the text',
    prompt: 'Our translation of the prompt',
  },
  sections,
  why,
  facts: {
    actor: 'Who fixes it',
    retry: 'Retry',
    executed: 'Executed',
    protocols: 'Protocols',
    prompt: 'Prompt text',
    symbol: 'Symbol',
  },
  firstStep: 'Do this first',
  contents: 'Contents',
  tell: 'How to tell',
  fixStep: 'Fix',
  seenWith: 'Seen with',
  tellUser: 'Tell the user',
  findOut: 'Did it run?',
  requestPath: 'Request path',
  failsHere: 'fails here',
  reportsHere: 'reported here',
  whereSeen: 'Where did you see it?',
  goFurther: 'Read next',
  official: 'The source says, word for word:',
  constructed:
    'Built from known line formats, with this number filled in. These exact lines have not been seen.',
  seenLogs: 'Seen with this number:',
  otherForms: 'Other forms, built from what is known of them:',
  checked: (day: string): string => `Last checked against these sources on ${day}.`,
  undated: 'undated',
  copyLink: 'Copy link',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying.',
  copyMenu: 'Copy',
  copyAddress: 'Copy address',
  copyCurl: 'Copy curl command',
  copyTicket: 'Copy text for a ticket',
  sourceOf: (title: string): string => `Source: ${title}`,
  sourceMark: 'source',
  /** Heading of a list of sources alone. */
  sourceList: 'Sources',
  editThisText: 'Edit this text',
  reportMistake: 'Report a mistake',
  helpCentreDocument: (number: string): string => `help centre document ${number}`,
  sourceKinds: { official: 'official page', sdk: 'from the SDK', secondary: 'not\u00a0official' },
  sourceGroups: {
    official: "The vendor's pages",
    sdk: 'Files shipped with the SDK',
    secondary: 'All others',
  },
  source: (number: number): string => `Source ${number}`,
  provoke: { affects: 'Also affects', see: 'You should see', undo: 'Undo' },
  /** The note above a meaning that the official document does not list. */
  standing: {
    related:
      'From the official table of Security Guard, which is not part of the MGS result codes.',
    /** A number above the last one that could be read of a table. */
    beyondReadable: (last: string): string =>
      `We could read the official table only to ${last}. This meaning is from a list of the library's constants.`,
    undocumented: 'The official table does not list this number; only SDK code does.',
    /** The same of a number that a list of constants has, with its meaning. */
    listedConstant:
      "The official table does not list this number; a list of the library's constants does.",
    byName: 'Known by its name in SDK code only; the meaning is read from the name.',
    /** The same of a number above the last one that could be read of a table. */
    byNameBeyondReadable: (last: string): string =>
      `We could read the official table only to ${last}: it may list this number. The meaning is read from its name in SDK code.`,
  },
  http: {
    name: 'HTTP',
    status: 'HTTP status',
    /** Under the title of a number that is nothing else. */
    notOurs: 'HTTP, not an MGS code',
    heading: (code: string, name: string | null): string =>
      name === null ? `HTTP status ${code}` : `HTTP ${code} ${name}`,
    /** Before the meaning of its class, which clients read such a number by. */
    unassigned: (code: string): string =>
      `No HTTP status has this number. By its class (${code.slice(0, 1)}xx) it would mean:`,
    seenIn: 'as the status line of a reply, in a proxy log or as the code of an Android call',
    clientSees: {
      android: (client, code) =>
        `On ${client}, ${code} as the code of a call is normally the HTTP status of the reply.`,
      ios: (client, code) =>
        `The ${client} table does not have ${code}. On ${client} it is most likely the status of a reply.`,
    } satisfies Record<Platform, (client: string, code: string) => string>,
    /** Where Security Guard has the number too. */
    orSecurityGuard: {
      android: (client, code) =>
        `On ${client}, ${code} as the code of a call is normally the HTTP status of the reply. After \`SecException\` or \`ErrorCode =\` it is Security Guard's.`,
      ios: (client, code) => `On ${client}, ${code} after \`SG ERROR\` is Security Guard's.`,
    } satisfies Record<Platform, (client: string, code: string) => string>,
    row: (title: string): string => `Row of the Android table: ${title}`,
    noRow:
      'The two HTTP rows of the Android table leave this number out: one ends at 499, the other begins above 500.',
  },
  neighbour: {
    origin: 'Not an MGS code',
    more: 'Numbers that are not MGS codes',
  },
  notOurs: {
    description:
      'Numbers of the Alipay payment SDK, URL loading, Java exceptions, the H5 container, mini programs and other systems that look like MGS result codes, with what each means.',
    lead: 'These numbers and names turn up in the same logs as result codes of MGS but are not MGS codes. Some of them become a code of MGS before the app sees them; the row of such a number links to that code.',
    printed: 'Number or name',
    meaning: 'Meaning',
    /** Before the code as which a number of another system reaches the app. */
    becomes: (codes: number): string => (codes === 1 ? 'Becomes' : 'Becomes one of'),
    /** Before codes of MGS that only have the same number. */
    sameNumber: 'Same number:',
    /** Before the code as which the numbers of a system reach the app. */
    allBecome: 'Unless the table names another code, these become',
    /** Before the table of a system whose own codes have pages here. */
    ownTable: 'With pages of their own:',
    /** Whether what the number is about was carried out. */
    executed: {
      call: {
        no: 'The call was normally not executed.',
        possible: 'The call may have been executed.',
        yes: 'The call was executed.',
      },
      payment: {
        no: 'The payment was normally not executed.',
        possible: 'The payment may have been executed.',
        yes: 'The payment was most likely executed.',
      },
    } satisfies Record<'call' | 'payment', Record<Executed, string>>,
    /** Where a sentence on what was executed follows a statement of somebody else. */
    inOurReading: (sentence: string): string => `In our reading, ${lowerFirst(sentence)}`,
  },
  changes: {
    description:
      'What changed in the data of the result codes: which code, what, and on which day.',
    lead: 'Changes to the data, newest first.',
    feed: 'Atom feed',
  },
  /** `7014 Missing sign parameter` is the title of a page with one meaning. */
  severalMeanings: (code: string, number: number): string =>
    `${code} has ${count(number, 'meaning', 'meanings')}`,
  description: (family: string, code: string | null, meaning: string): string =>
    `MGS ${family}${code === null ? '' : ` code ${code}`}: ${meaning}`,
  meaningOf: (family: string, code: string, meaning: string): string =>
    `${family} ${code}: ${meaning}`,
  descriptionOfSeveral: (code: string, meanings: readonly string[]): string =>
    `${code} in MGS. ${meanings.join(' ')}`,
  inFamily: (title: string, family: string): string => `${title} (${family})`,
  anotherHttpRow: 'Another row of HTTP statuses in the same table.',
  elsewhere: 'The same number elsewhere',
  /** Where `/codes/7014#android` leads when Android has no meaning of its own. */
  clientSees: (client: string, code: string, codes: string): string =>
    // One word is common, a name of several stays one.
    `On ${client}, ${code} is one of the ${codes.replace(/^[A-Z](?=[a-z]+ codes$)/, (letter) => letter.toLowerCase())}.`,
  /** The same of a number that only code of an SDK names: nobody has seen it arrive. */
  wouldSee: (code: string, by: string): string =>
    `By the SDK's code, ${code} would come from ${by}.`,
  /** The same where that code is of another platform. */
  mayNotSee: (client: string, code: string, by: string): string =>
    `On ${client}, it is not known whether ${by} uses ${code}.`,
  notInTable: (name: string, family: string): string => `${name} is not in the ${family} table.`,
  usesNumberToo: (system: string): string => `${system} uses this number too:`,
  /** A meaning that no table lists, where the number far more likely is something else. */
  onlyInLibrary: (family: string, code: string, text: string): string =>
    `${family} ${code} (from a list of the library's constants): ${text}`,
  thisRange: 'This range',
  /** Titles of pages, as sidebar, headings and links name them. */
  theme: {
    label: 'Theme',
    auto: 'Theme: auto',
    light: 'Theme: light',
    dark: 'Theme: dark',
  },
  decodePage: {
    description:
      'Paste an error, a response or a whole log. Every MGS result code in it is named with its line and its page. Nothing leaves the browser.',
    reads: 'What it reads',
    forms: [
      'Exceptions and headers of Android and iOS apps, JSON bodies, and the summary logs of the gateway and of back ends.',
      'Memo and tips, decoded from their percent form; the operation and the trace id of the same message.',
      'For 7003, how far the clocks are apart, where the log holds both times.',
      'Sentences that name a code, such as "error code 7014" or "报错 7014".',
      'Tables with a column that is called result code, resultStatus, error code or 错误码.',
      'What caused what: a Security Guard error before 7001 or 7014, the URL loading error under iOS 0.',
      'Numbers of Security Guard, the payment SDK, URL loading, the H5 container and other RPC libraries, named as theirs.',
    ],
    sure: 'How sure an answer is',
    strengths: {
      certain: 'The number is written in a form that only a code has.',
      probable: 'The words around the number say that it is a code.',
      possible:
        'It is the only number of a short text, or it may just as well be of another system.',
    },
    passedOver: 'Line numbers, process ids, ports, times and trace ids are not taken for codes.',
    where: 'Where to find the code in each log:',
  },
  /** The page of an address that has none. */
  notFound: {
    title: 'No page at this address',
    description: 'The address has no page. What it may mean, and where every documented code is.',
    answer: 'What the address may mean',
    addresses: 'Codes have a page at this address, followed by the number:',
    elsewhere:
      'The search is at the top of every page. All codes in one table, and a place to paste a log or an error:',
    /** Beside the tables: the place of numbers of other systems. */
    otherPlace: 'Anywhere else',
    otherPlaceSeen: 'beside another name, such as `NSURLErrorDomain` or that of a payment SDK',
  },
  pages: {
    home: 'MGS result codes',
    codes: 'All codes',
    decode: 'Decode a log',
    guides: 'Guides',
    notOurCodes: 'Numbers that are not MGS codes',
    glossary: 'Glossary',
    linkToCode: 'Link to a code',
    changes: 'Changes',
    about: 'About and sources',
  },
  guides: {
    'a-call-fails': 'A call fails: where to begin',
    'read-the-response': 'Read the response',
    'find-the-logs': 'Find the logs',
    'signature-errors': 'Signature errors 7xxx',
    timeouts: 'Timeouts',
    'same-number': 'Same number, other meaning',
    symptoms: 'Symptoms',
  },
  table: {
    code: 'Code',
    family: 'Family',
    protocols: 'Protocols',
    /** What the codes of ranges are called in place of a number. */
    ranges: { 'http-4xx': 'HTTP 4xx', 'http-other': 'HTTP other' } as Readonly<
      Record<string, string>
    >,
    symbol: 'Status code',
    meaning: 'Meaning',
    condition: 'Condition',
    sdkOnly: labels.sdkOnly,
    prompt: 'Prompt text',
    any: 'Any',
    text: 'Text',
    reset: 'Reset',
    filters: 'Filters',
    protocol: 'Protocol',
    allCodes: 'All result codes',
    /** After the filters have run; the two numbers are put in by a script. */
    shown: '{shown} of {all} meanings',
    nothing: 'Nothing fits all filters. Reset them, or paste the text into the decoder.',
  },
  home: {
    title: 'Find out why your MGS call failed',
    lead: 'Result codes of Mobile Gateway Service (MGS), part of mPaaS on Alibaba Cloud: what the number means, who fixes it, whether a retry is safe, and what to do first.',
    examples: 'Try it with',
    exampleLog: 'a whole log',
    numbers: 'Numbers of the official tables',
    sdkNumbers:
      "Of Security Guard's official table we could read only the part up to 403. Further numbers, such as 608 or 7004, are known from SDK code only; they are listed with their table:",
    prompts: 'What the user saw',
    promptsLead:
      'Texts that go with these numbers. The operator can change those of the gateway, so take them as hints.',
    oldDefaultTexts: 'Default texts in the code of older gateways (not official):',
    morePrompts: 'Texts of mini programs, H5 pages and iOS:',
    offline: 'Without a network',
    offlineFile: 'All codes in one file',
    offlineFileText: 'opens from disk, with the decoder, and loads nothing.',
    offlineCopy:
      'After the first visit this browser keeps a copy of the site, which opens without a network.',
  },
  footer: {
    neighbours: 'Neighbours',
    independent: 'An independent project, not an official site of the vendor.',
    basis: 'What it rests on',
    oneFile: 'Download for offline use',
  },
  oneFile: {
    title: 'MGS result codes in one file',
    description:
      'Every result code of Mobile Gateway Service (MGS, mPaaS) in one file that needs no network.',
    inThisFile: 'In this file',
    lead: (day: string): string =>
      `Every code in one file, as checked on ${day}. It works from disk and asks the network for nothing; only links marked ↗ lead out of it. Guides and newer data:`,
  },
  symbolIs: (symbol: string, name: string): string => `${symbol}: ${name}`,
  family: {
    description: (meaning: string, rows: number): string =>
      `${meaning} ${count(rows, 'row', 'rows')} of the table, each with who fixes it.`,
    rules: 'What applies to all of them',
    ranges: 'Ranges that the source names',
    others: 'The other tables',
    undocumented: 'Numbers that only the SDK knows',
    /** The same of a table that could not be read to its end. */
    notRead: 'Numbers not in the part of the official table that could be read',
  },
  range: {
    documented: 'Documented numbers of the range',
    unlisted: 'Your number is not listed',
  },
  codes: {
    description: (documented: number): string =>
      `All ${count(documented, 'documented result code', 'documented result codes')} of MGS, with who fixes each and whether a retry is safe.`,
    lead: (documented: number, others: number): string =>
      `${count(documented, 'code', 'codes')} of the official tables, and ${count(others, 'number', 'numbers')} of Security Guard and of the SDKs.`,
  },
  glossary: {
    description:
      'The placeholders and terms around MGS result codes, from appId to WAF, each with the pages that show its use.',
  },
  llms: {
    what: 'What each result code of Mobile Gateway Service (MGS, part of mPaaS) means, who fixes it, whether a retry is safe, how to fix it and how to check. An independent site. A statement taken from a source names it; steps without a source are advice of the site.',
    where: (at: {
      json: string;
      schema: string;
      full: string;
      oneJson: string;
      oneMarkdown: string;
    }): string =>
      `All codes as JSON: <${at.json}>, described by <${at.schema}>. All pages in one text: <${at.full}>. One number: \`${at.oneJson}\` or \`${at.oneMarkdown}\`.`,
    several:
      'A number can mean different things on different platforms. Say which family a meaning is from, and do not explain a number that is not listed here as if it were.',
    retry:
      'Where the call may have been executed, never advise a plain retry: a payment could be made twice.',
    optional: 'Optional',
  },
  list: (items: readonly string[]): string => list.format(items),
  /** `2026-01-22` → `22 January 2026` */
  date: dayFormat('en-GB'),
};

export type ViewWords = typeof views;

/** Characters of a title that a list of results shows before the name of the site, which has 25. */
const LONGEST_TITLE = 48;

/** A title as it goes on after a number; of a long one what stands after its dash. Names keep their capital. */
function shortTitle(title: string): string {
  const [, part = title] = title.length > LONGEST_TITLE - 5 ? title.split(' - ') : [];
  return /^[A-Z][a-z]*(?:-[a-z]+)*(?:$|[,:]| (?![A-Z]))/.test(part) ? lowerFirst(part) : part;
}
