/**
 * The shape of everything under `content/`: one Zod schema per kind of file, and the types that
 * the rest of the site is written against. A message says what is wrong and how to fix it.
 */
import { z } from 'astro/zod';
import { FAMILIES, familyOf, type Family, type OwnField } from './families.ts';
import { plainText } from './inline-text.ts';
import {
  BASES,
  CONFIDENCES,
  EXECUTED,
  FAILS,
  HOPS,
  NAME_KINDS,
  PARTIES,
  PLATFORMS,
  PROTOCOLS,
  RETRY_ADVICE,
  type Standing,
} from './vocabulary.ts';

/** One paragraph of plain text; backticks mark code, `**` menus and buttons of the console. */
const text = (most: number) =>
  z
    .string({ error: 'must be text; put it in quotes if YAML reads it as a number or a list' })
    .trim()
    .min(1, 'is empty; write the sentence or remove the field')
    .max(most, `is longer than ${most} characters; shorten it or split it in two`)
    .refine((value) => !/\n/.test(value), 'has a line break; one statement is one line')
    .refine(
      (value) => value.split('`').length % 2 === 1,
      'has an unpaired backtick; backticks mark code and come in pairs',
    )
    .refine(
      (value) => !/\*\*|\]\(|&(?:#\d+|[a-z]+);/i.test(plainText(value)),
      'holds Markdown or an HTML entity; only backticks and a pair of ** are understood here',
    );

const id = (what: string) =>
  z
    .string({ error: `must be the id of ${what}, in quotes` })
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, `must be the id of ${what}: lower case, digits, hyphens`);

const sourceId = id('a source in content/sources.yaml');

/** The id of a meaning, `<family>/<code>`: the path of its file without `.yaml`. */
const meaningId = z
  .string({ error: 'must be the id of a meaning, such as gateway/7014' })
  .refine(
    (value) => FAMILIES.some((family) => new RegExp(`^${family}/[a-z0-9-]+$`).test(value)),
    'must be the id of a meaning, such as gateway/7014',
  );

/** Whether a year, a month or a day is one of the calendar: `2026-02-30` is none. */
function exists(date: string): boolean {
  const day = date + '-01-01'.slice(date.length - 4);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

const day = z
  .string({ error: 'must be a day in quotes, such as "2026-11-23"' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a day such as "2026-11-23"', abort: true })
  .refine(exists, 'is no day of the calendar');

/** The address of a page on the web. */
const webAddress = z
  .string({ error: 'must be an address such as "https://vendor.example/page"' })
  .refine(isWebAddress, 'must be an https address without a user name');

function isWebAddress(text: string): boolean {
  const url = /\s/.test(text) ? null : URL.parse(text);
  return url?.protocol === 'https:' && url.username === '' && url.password === '';
}

/**
 * A statement. With a source it says how far that goes; without one it is our own advice, or general
 * knowledge where the mark says so.
 */
const statement = z.strictObject({
  text: text(420),
  basis: z
    .enum(BASES)
    .optional()
    .describe(
      'How sure it is; absent on advice of our own, and where the kind of its source says it',
    ),
  source: sourceId
    .optional()
    .describe('Where the statement was read; absent where it is our own advice'),
});

/** A step as a statement; a step without a source can be written as plain text. */
const step = z.preprocess(
  (value) => (typeof value === 'string' ? { text: value } : value),
  statement,
);

const sourced = z.strictObject({
  text: text(420),
  basis: z.enum(BASES).optional(),
  source: sourceId.describe('Where the statement was read'),
});

const cause = z.strictObject({
  text: text(420).describe('What it is'),
  basis: z
    .enum(BASES)
    .describe(
      'official, reported (somebody met it), inferred (follows from the source) or general (common engineering knowledge)',
    ),
  source: sourceId
    .optional()
    .describe('Where it was read, or what it is inferred from; absent only on general knowledge'),
  tell: text(320)
    .optional()
    .describe('How the reader can tell that it is this one: a log line, a header, a test'),
  fix: z.array(step).default([]).describe('What to do about this cause, in order'),
  seenWith: text(120)
    .optional()
    .describe('The SDK or baseline version it was seen with, where a source names one'),
});

const name = z.strictObject({
  kind: z
    .enum(NAME_KINDS)
    .describe(
      'What sort of name; seen-text was carried by a real reply, default-text is a default of the documentation or of an older gateway',
    ),
  text: text(120),
  source: sourceId,
});

const logLine = z.strictObject({
  text: z
    .string({ error: 'must be text, in quotes' })
    .min(1, 'is empty; copy the line or remove the field')
    .max(300, 'is longer than 300 characters; write … for what does not matter')
    .refine((value) => !/\n/.test(value), 'has a line break; write … for what does not matter')
    .describe('The line as it was received, with … for what is left out'),
  source: sourceId.describe('Where it was read'),
});

const related = z.strictObject({
  id: meaningId.describe('The related meaning, <family>/<code>'),
  reason: text(260).describe('Why, worded so that it reads the same from both pages'),
});

const confusion = z.strictObject({
  with: text(80).describe('What it is easily confused with'),
  text: text(320).describe('How to tell them apart'),
  id: meaningId.optional().describe('The meaning, where the look-alike is one of ours'),
  basis: z.enum(BASES).optional(),
  source: sourceId.optional(),
});

const keywords = z
  .array(text(60))
  .default([])
  .describe('Words a developer types when looking for it');

const provoke = z.strictObject({
  steps: z.array(step).min(1).describe('How to make the code appear on a test workspace'),
  affects: text(260).optional().describe('What else the change affects while it is on'),
  see: text(260).describe('What one should then see'),
  undo: text(260).describe('How to undo it'),
});

const retry = z
  .strictObject({
    advice: z
      .enum(RETRY_ADVICE)
      .describe(
        'Whether to send the call again; of a Security Guard number, whether to repeat the step on the phone',
      ),
    executed: z
      .enum(EXECUTED)
      .describe(
        'Whether the back end may have carried out the call; the least safe cause decides. Of a Security Guard number, no is about its step on the phone only',
      ),
    why: text(260).describe('The reason for the advice'),
    findOut: text(260)
      .optional()
      .describe(
        'How to find out whether the call ran, before repeating it; required unless executed is no',
      ),
  })
  .describe('Whether a retry is safe');

/** What the facts of every meaning have in common, whatever its standing. */
const shared = {
  title: text(70).describe(
    'Gateway and service: the Description column, verbatim. Otherwise a short title of our own',
  ),
  names: z.array(name).default([]).describe('Other names of the same meaning'),
  keywords,
  meaning: text(260).describe('What happened, in one sentence of our own'),
  actor: z
    .strictObject({
      first: z.enum(PARTIES).describe('Who has to fix it first'),
      also: z.array(z.enum(PARTIES)).default([]).describe('Who else may have to, in order'),
      why: text(260).describe('Why it is theirs to fix'),
    })
    .describe('Who fixes it'),
  retry,
  fails: z.enum(FAILS).describe('Where on the request path it fails'),
  reporter: z
    .enum([...HOPS, 'unknown'])
    .optional()
    .describe('Who sets the number, where it is not what the family says'),
  firstStep: text(170).describe('The first thing to do'),
  look: z
    .array(sourced)
    .default([])
    .describe('Where to look: header, log, console, and who may read it'),
  logs: z
    .array(logLine)
    .default([])
    .describe('Lines of logs or replies that somebody got with the number'),
  related: z
    .array(related)
    .default([])
    .describe('Related meanings; each pair is stated on one side only'),
  confusions: z.array(confusion).default([]).describe('What it is easily confused with'),
  unknowns: z.array(text(320)).default([]).describe('What nobody knows, each said once'),
  remarks: z
    .array(sourced)
    .default([])
    .describe("Notes on the source's wording, slips and doubts included"),
  guides: z.array(id('a guide')).default([]).describe('Guides that go further'),
  sources: z.array(sourceId).default([]).describe('Sources beyond those the statements name'),
  checked: day.describe('The day it was last checked against its sources'),
};

/** A row of the official document, in full. */
const documentedFields = {
  ...shared,
  standing: z
    .literal('documented')
    .default('documented')
    .describe('Where the number is listed: in the official document'),
  tellUser: text(200).optional().describe('One short sentence that an app may show its user'),
  causes: z.array(cause).min(1, 'has no cause; add one').describe('Most likely first'),
  fix: z.array(step).default([]).describe('Steps that hold whatever the cause, in order'),
  check: z
    .array(step)
    .min(1, 'has no check; say how one knows that it is fixed')
    .describe('What to do, and what one then sees, when it is fixed'),
  provoke: provoke.optional().describe('How to make it appear, to test how an app handles it'),
};

/** A number of another official table, or one that only an SDK knows: the compact form. */
const compactFields = {
  ...shared,
  standing: z
    .enum(['related', 'undocumented'], {
      error: 'must be related (an official table lists it) or undocumented (only an SDK knows it)',
    })
    .describe('Where the number is listed: in another official table, or in none'),
  confidence: z
    .enum(CONFIDENCES)
    .describe('How sure the meaning is; low where only the name is known'),
  tellUser: documentedFields.tellUser,
  causes: z.array(cause).default([]).describe('Most likely first'),
  fix: z.array(step).min(1, 'has no step; say what to do').describe('Steps, in order'),
  check: z.array(step).default([]).describe('How one knows that it is fixed'),
  provoke: documentedFields.provoke,
};

const WHERE = [...PROTOCOLS, ...PLATFORMS] as const;

/** The facts that only some families have. */
const ownFields = {
  official: text(420).describe('What the table says of it, verbatim'),
  prompt: text(160).describe('The Prompt text column, verbatim: what the end user sees'),
  symbol: z
    .string()
    .regex(/^(?:\/|[kK]DTRpc[A-Za-z]+)$/, 'must be the Status code column, verbatim')
    .describe('The Status code column, verbatim; "/" where the source gives no name'),
  protocols: z
    .array(z.enum(PROTOCOLS))
    .min(1, 'names no protocol')
    .describe('The Applicable protocol column'),
  variants: z
    .array(
      z.strictObject({
        where: z.array(z.enum(WHERE)).min(1).describe('The protocols or platforms it holds for'),
        text: text(320),
        basis: z.enum(BASES).optional(),
        source: sourceId.optional(),
      }),
    )
    .default([])
    .describe('What it means per protocol or platform, where the sources tell them apart'),
} as const satisfies Record<OwnField, z.ZodType>;

const rangeFields = {
  kind: z.literal('range'),
  condition: text(80).describe('The code column of the source, verbatim'),
  spans: z
    .array(z.string().regex(/^\d+-\d+$/, 'must be a span such as "400-499"'))
    .min(1, 'has no span; write at least one, such as "400-499"')
    .describe('The numbers of the range, both ends included'),
};

/** The three shapes an entry can have. */
export type EntryShape = 'documented' | 'range' | 'compact';

/** Which shape an entry claims to have, by its own words, before it is checked. */
export function shapeOfEntry(family: Family, value: unknown): EntryShape {
  const { kind, standing } = (value !== null && typeof value === 'object' ? value : {}) as Partial<
    Record<'kind' | 'standing', unknown>
  >;
  if (kind === 'range' && familyOf(family).ranges) return 'range';
  return standing === undefined || standing === 'documented' ? 'documented' : 'compact';
}

/** The schema of a shape of entry in a family. Every object is strict. */
export function entrySchema(family: Family, shape: EntryShape) {
  const { own } = familyOf(family);
  const ofFamily = Object.fromEntries(
    own
      .filter((field) => shape !== 'compact' || field === 'variants')
      .map((field) => [field, ownFields[field]]),
  );
  return z.strictObject({
    ...(shape === 'compact' ? compactFields : documentedFields),
    ...(shape === 'range' ? rangeFields : { kind: z.literal('code').default('code') }),
    ...ofFamily,
  });
}

type Fields<T extends z.ZodRawShape> = z.output<z.ZodObject<T>>;

/** One meaning of a number: a row of a table, or a number that only an SDK knows. */
export type Meaning = Omit<Fields<typeof shared>, 'reporter'> &
  Pick<Fields<typeof documentedFields>, 'causes' | 'fix' | 'check'> & {
    /** `<family>/<code>`: the path of the file without `.yaml`. */
    readonly id: string;
    readonly family: Family;
    /** The file name: a number, or the name of a range. */
    readonly code: string;
    readonly standing: Standing;
    readonly reporter?: Fields<typeof shared>['reporter'];
    readonly tellUser?: string | undefined;
    readonly provoke?: z.output<typeof provoke> | undefined;
    readonly confidence?: (typeof CONFIDENCES)[number];
    readonly official?: string;
    readonly prompt?: string;
    readonly symbol?: string;
    readonly protocols?: z.output<typeof ownFields.protocols>;
    readonly variants?: z.output<typeof ownFields.variants>;
    /** In another language: the official English title, and translations of what is quoted. */
    readonly originalTitle?: string;
    readonly quoted?: { readonly official?: string; readonly prompt?: string };
  } & (
    | { readonly kind: 'code'; readonly condition?: never; readonly spans?: never }
    | ({ readonly kind: 'range' } & Pick<Fields<typeof rangeFields>, 'condition' | 'spans'>)
  );

export type Name = z.output<typeof name>;

/** `content/families/<family>.yaml`: one table of the source. */
export const familySchema = z.strictObject({
  heading: text(60).describe("The source's heading, verbatim"),
  keywords,
  meaning: text(260).describe('What a code of this table says, in one sentence'),
  seenIn: text(120).describe('Where the reader saw the number when it is from this table'),
  statements: z.array(sourced).min(1, 'has no statement'),
  look: z.array(sourced).default([]),
});
export type FamilyFacts = z.output<typeof familySchema> & { family: Family };

/** `content/classes.yaml`: a range of numbers the source speaks of as a whole. */
export const classSchema = z.strictObject({
  family: z.enum(FAMILIES).describe('The table whose range it is'),
  title: text(70),
  spans: z
    .array(z.string().regex(/^\d+-\d+$/, 'must be a span such as "7000-7999"'))
    .min(1)
    .describe('The numbers of the range, both ends included'),
  meaning: text(260).describe('What the range says, in one sentence'),
  statements: z
    .array(sourced)
    .min(1, 'has no statement')
    .describe('What the sources say of the range'),
  unlisted: z
    .array(statement)
    .min(1)
    .describe('What to do with a number of the class that has no page'),
  guides: z.array(id('a guide')).default([]).describe('Guides that go further'),
});
export type CodeClass = z.output<typeof classSchema> & { id: string };

/** `content/sources.yaml`: everything a statement rests on. */
export const sourceSchema = z.strictObject({
  title: text(160),
  kind: z.enum(['official', 'sdk', 'secondary']),
  date: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, {
      error: 'must be a year, a month or a day in quotes',
      abort: true,
    })
    .refine(exists, 'is no date of the calendar')
    .optional()
    .describe('The date the page itself carries; absent where it carries none'),
  url: webAddress.optional(),
  document: z
    .string()
    .regex(/^\d+$/)
    .optional()
    .describe("The page's number in the vendor's help centre"),
  read: text(200).optional().describe('How much of it could be read'),
});
export type Source = z.output<typeof sourceSchema> & { id: string };

/** `content/neighbours.yaml`: numbers of other systems that look like ours. */
export const neighboursSchema = z.strictObject({
  systems: z.record(
    id('a system'),
    z.strictObject({
      name: text(60),
      tell: text(260).describe('How the reader can tell that a number is of this system'),
      source: sourceId,
      caveat: text(160)
        .optional()
        .describe(
          'What to say wherever one of the numbers is named, such as how far its list holds',
        ),
      keywords,
      statements: z
        .array(sourced)
        .default([])
        .describe('What else to know about the numbers of the system'),
    }),
  ),
  numbers: z.array(
    z
      .strictObject({
        numbers: z
          .array(
            z
              .string({ error: 'must be in quotes' })
              .regex(/^\d+(?:-\d+)?$/, 'must be digits or a span, in quotes'),
          )
          .default([])
          .describe('Numbers without a sign; their pages and the resolver name the system'),
        negative: z
          .array(
            z
              .string({ error: 'must be in quotes' })
              .regex(/^-[1-9]\d*$/, 'must be a number with a minus, in quotes'),
          )
          .default([])
          .describe('Numbers with a minus, which never are a code of ours'),
        names: z
          .array(text(80))
          .default([])
          .describe('What is printed instead of a bare number, such as the class of an exception'),
        system: id('a system'),
        card: z
          .boolean()
          .default(false)
          .describe('Whether it is offered as a card on the page of the number'),
        constant: text(80).optional(),
        text: text(320),
        leadsTo: z
          .array(meaningId)
          .default([])
          .describe(
            'The meanings as which it reaches an app that calls through MGS, likeliest first',
          ),
        executed: z
          .enum(EXECUTED)
          .optional()
          .describe('Whether the call or payment may have been carried out; absent where unknown'),
        source: sourceId,
        confidence: z.enum(CONFIDENCES),
      })
      .refine(
        ({ numbers, negative, names }) => numbers.length + negative.length + names.length > 0,
        'names no number; fill "numbers", "negative" or "names"',
      ),
  ),
});
export type Neighbours = z.output<typeof neighboursSchema>;

/** What is said of an HTTP status, or of a class of them. */
export const httpFactsSchema = z.strictObject({
  meaning: text(320).describe('What the status says, in one or two sentences'),
  firstStep: text(200).optional().describe('The first thing to do'),
  actor: shared.actor.optional().describe('Who fixes it; absent where nothing has failed'),
  retry: shared.retry
    .optional()
    .describe('Whether a retry is safe; absent where nothing has failed'),
  fix: z.array(step).default([]).describe('Steps, in order'),
  related: z.array(related).default([]),
  confusions: z.array(confusion).default([]),
});

/** `content/http.yaml`: what an HTTP status means when it arrives as the code of a call. */
export const httpSchema = z.strictObject({
  names: z
    .record(z.string().regex(/^[1-5]\d\d$/), text(60))
    .default({})
    .describe('The registered names of the statuses'),
  statuses: z
    .record(
      z.string().regex(/^[1-5]\d\d$/, 'must be a status in quotes, such as "404"'),
      z.strictObject({
        ...httpFactsSchema.shape,
        firstStep: text(200).describe('The first thing to do'),
        actor: shared.actor,
        retry: shared.retry,
      }),
    )
    .describe('The statuses that readers meet, each with its own page'),
  classes: z
    .array(
      z.strictObject({
        ...httpFactsSchema.shape,
        spans: z
          .array(z.string().regex(/^\d+(?:-\d+)?$/, 'must be a span such as "300-399"'))
          .min(1),
      }),
    )
    .describe('What all other statuses of a class have in common; the narrowest span wins'),
});
export type Http = z.output<typeof httpSchema>;

/** `content/changes.yaml`: what changed in the data, newest first. */
export const changesSchema = z.array(
  z.strictObject({
    date: day,
    codes: z.array(meaningId).min(1).describe('The meanings that changed'),
    statuses: z
      .array(z.string().regex(/^[1-5]\d\d$/))
      .default([])
      .describe('The HTTP statuses that changed, in quotes'),
    text: text(320).describe('What changed, in one sentence'),
  }),
);
export type Change = z.output<typeof changesSchema>[number];

/** `content/<language>/…`: an English sentence and its translation. */
export const pairsSchema = z.array(
  z.strictObject({
    en: z.string().min(1).describe('The English sentence, exactly'),
    translation: z.string().trim().min(1).describe('The same in the language of the folder'),
  }),
);

/** `content/glossary.yaml`: the placeholders and terms of the source. */
export const termSchema = z.strictObject({
  id: id('a term'),
  term: text(60),
  text: text(420),
  source: sourceId,
  codes: z.array(meaningId).default([]),
  guides: z.array(id('a guide')).default([]),
});
export type Term = z.output<typeof termSchema>;

/** `content/source-tables.yaml`: the columns of the source documents that are shown verbatim, per family. */
export const sourceTablesSchema = z.strictObject(
  Object.fromEntries(
    FAMILIES.map((family) => [
      family,
      z.array(
        z.strictObject(
          Object.fromEntries(
            Object.keys(familyOf(family).columns).map((column) => [column, z.string()]),
          ),
        ),
      ),
    ]),
  ),
);
export type SourceTables = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
