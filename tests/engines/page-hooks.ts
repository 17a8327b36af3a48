/** Where journeys find things on the pages, and what the pages say there: all of it in one place. */

/** CSS selectors. */
export const hooks = {
  heading: 'main h1',
  header: 'header.header',
  theme: 'header .theme select',
  /** Says that a page comes from the copy of the installed site. */
  offlineNote: '.offline',
  section: (family: string) => `section#${family}`,
  sectionHeading: (family: string) => `#${family}-title`,
  /** The line of a family that has no meaning on the page. */
  familyLine: (family: string) => `main [id="${family}"]`,
  meaningCard: '.meaning-card',
  notFound: { answer: 'mgs-not-found section' },
  search: {
    button: 'button[data-open]:enabled',
    input: '#search-input',
    option: 'mgs-search [role=option]',
    exact: 'mgs-search [role=option].exact',
    notes: 'mgs-search .notes',
  },
  decode: {
    input: '#decode-input',
    file: 'mgs-decode input[type=file]',
    findings: 'mgs-decode .findings',
    finding: 'mgs-decode .findings ol > li',
    link: 'mgs-decode .findings ol > li a',
    redact: 'mgs-decode [data-action=redact]',
    copyRedacted: 'mgs-decode [data-redaction=copy]',
    status: 'mgs-decode [role=status]',
  },
  filters: {
    text: 'mgs-filters [name=text]',
    family: 'mgs-filters [name=family]',
    protocol: 'mgs-filters [name=protocol]',
    reset: 'mgs-filters [type=reset]',
    row: 'tr[data-id]',
    rowLink: 'tr[data-id] th a',
  },
  copy: {
    menu: '.page-actions summary',
    address: '.page-actions [data-copy]',
    said: '.page-actions [role=status]',
    context: (family: string) => `section#${family} .reader-context`,
  },
  /** On the request path, where it fails. */
  failingHop: '.request-path .fails',
  firstStep: '.first-step',
  pageSections: '.code-page h2',
} as const;

/** What the pages say. */
export const words = {
  notDocumented: (number: string) => `${number} is not documented`,
  copied: 'Copied.',
  exact: 'Exact',
  offlineCopy: 'offline copy of',
  line: (number: number) => `line ${number}`,
  notOfMgs: (system: string, number: number) => `${system} ${number}, not a code of MGS`,
  failsHere: 'fails here',
  android7014: 'On Android, 7014 is one of the gateway codes.',
  ios7014: 'On iOS, 7014 is one of the gateway codes.',
  /** Of a number that no source names. */
  about7099: '7xxx',
} as const;

/** A reply in an iOS log: 7014 in line 4, with its operation, trace and memo. */
export const IOS_REPLY = {
  text: `2020-08-11 10:11:12.123456+0800 App[123:7003] [mPaaSLog] APMobileNetwork alipay.client.getUnionResource resp:{
    "mgw-traceid" = 0a1b2c3d4e5f;
    memo = "%E9%AA%8C%E7%AD%BERPC%E6%8E%A5%E5%8F%A3%20%E5%8A%A0%E7%AD%BE%E6%95%B0%E6%8D%AE%E4%B8%BA%E7%A9%BA";
    "result-status" = 7014;
}`,
  line: 4,
  operation: 'alipay.client.getUnionResource',
  trace: '0a1b2c3d4e5f',
  memo: '验签RPC接口 加签数据为空',
} as const;

/** A line with what identifies a device and an app beside the code. */
export const PRIVATE_LINE = {
  text: 'appId=ABC1234567 clientIp=10.1.2.3 Result-Status:7014',
  hidden: ['ABC1234567', '10.1.2.3'],
  kept: '7014',
} as const;
