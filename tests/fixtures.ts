/**
 * A small project with an entry of every shape, which the tests of the data and of the views read: what
 * they assert does not change when an entry of the real content does.
 */
import { fileURLToPath } from 'node:url';
import { createCatalogue } from '../src/domain/codes/catalogue.ts';
import { readContent } from '../src/pipeline/read-content.ts';

/** The folder of the small project. */
export const FIXTURE_ROOT = fileURLToPath(new URL('./fixtures/project/', import.meta.url));

/** Its content as read, and everything that the reader finds wrong with it, which must be nothing. */
export const { content: fixtureContent, problems: fixtureProblems } = readContent(FIXTURE_ROOT);

/** Its content as a catalogue. */
export const fixtureCatalogue = createCatalogue(fixtureContent);
