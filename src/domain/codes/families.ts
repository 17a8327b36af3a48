/**
 * The families of codes: one object holds all that tells a family from the others. Collections,
 * schemas, the request path, the resolver's words and the published JSON are derived from it. Small on
 * purpose: the browser loads it.
 */
import type { Hop, Platform, Standing } from './vocabulary.ts';

/** The facts that only some families have; `schema.ts` describes each of them once. */
export type OwnField = 'official' | 'prompt' | 'symbol' | 'protocols' | 'variants';

export type FamilyDefinition = {
  readonly id: string;
  /** The standing of a number that is listed in the family's own table. */
  readonly standing: Exclude<Standing, 'undocumented'>;
  /** Where on the request path a number of the family is set. */
  readonly reporter: Hop;
  /** The platform whose client sets the number, where it is a client's. */
  readonly client: Platform | null;
  /** Whether its numbers are what became of a call; else of a step on the phone, which tells nothing of a call. */
  readonly ofCalls: boolean;
  /** What an entry of the family has beyond the facts of every meaning. */
  readonly own: readonly OwnField[];
  /** Whether rows of its table can be ranges of numbers. */
  readonly ranges: boolean;
  /** The columns of its table that are shown word for word, each with the field that holds it. */
  readonly columns: Readonly<Record<string, 'code' | 'title' | OwnField>>;
  /** Own fields that are shown beside who fixes it and the retry advice. */
  readonly facts: readonly ('protocols' | 'prompt' | 'symbol')[];
};

const gateway = {
  id: 'gateway',
  standing: 'documented',
  reporter: 'gateway',
  client: null,
  ofCalls: true,
  own: [],
  ranges: false,
  columns: { code: 'code', description: 'title' },
  facts: [],
} as const satisfies FamilyDefinition;

const service = {
  id: 'service',
  standing: 'documented',
  reporter: 'service',
  client: null,
  ofCalls: true,
  own: ['protocols', 'variants'],
  ranges: false,
  columns: { code: 'code', protocols: 'protocols', description: 'title' },
  facts: ['protocols'],
} as const satisfies FamilyDefinition;

const android = {
  id: 'android',
  standing: 'documented',
  reporter: 'sdk',
  client: 'android',
  ofCalls: true,
  own: ['official', 'prompt'],
  ranges: true,
  columns: { code: 'code', description: 'official', prompt: 'prompt' },
  facts: ['prompt'],
} as const satisfies FamilyDefinition;

const ios = {
  id: 'ios',
  standing: 'documented',
  reporter: 'sdk',
  client: 'ios',
  ofCalls: true,
  own: ['official', 'symbol'],
  ranges: false,
  columns: { value: 'code', statusCode: 'symbol', meaning: 'official' },
  facts: ['symbol'],
} as const satisfies FamilyDefinition;

const securityGuard = {
  id: 'security-guard',
  standing: 'related',
  reporter: 'sdk',
  client: null,
  ofCalls: false,
  own: ['variants'],
  ranges: false,
  columns: { code: 'code' },
  facts: [],
} as const satisfies FamilyDefinition;

const DEFINITIONS = [gateway, service, android, ios, securityGuard] as const;

export type Family = (typeof DEFINITIONS)[number]['id'];

/** The ids of all families, in the order in which pages list them. */
export const FAMILIES: readonly Family[] = DEFINITIONS.map(({ id }) => id);

const BY_ID = new Map<string, FamilyDefinition>(
  DEFINITIONS.map((definition) => [definition.id, definition]),
);

/** Whether a text is the id of a family. */
export const isFamily = (text: string): text is Family => BY_ID.has(text);

/**
 * The definition of a family.
 * @throws RangeError when the id is none, which types rule out
 */
export function familyOf(id: Family): FamilyDefinition {
  const definition = BY_ID.get(id);
  if (!definition) throw new RangeError(`"${id}" is no family.`);
  return definition;
}
