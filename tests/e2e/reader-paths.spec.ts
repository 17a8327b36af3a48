/** What readers come for, on every kind of host and installed without one. */
import { expect } from 'playwright/test';
import { offlineJourney, siteJourneys, type Journey } from '../engines/journeys.ts';
import { playwrightReader } from '../engines/playwright-reader.ts';
import { test } from './served.ts';

const walk = ({ name, walk: journey }: Journey) =>
  test(name, async ({ page, address }) => {
    const reader = playwrightReader(page, address);
    await journey(reader);
    expect(await reader.complaints()).toEqual([]);
  });

const { asking = [], staying = [] } = Object.groupBy(siteJourneys, ({ needsHost }) =>
  needsHost ? 'asking' : 'staying',
);

test.describe('what the host answers', () => {
  asking.forEach(walk);
});

test.describe('what pages do by themselves', () => {
  test.skip(({ served }) => served === 'plain' || served === 'nginx', 'The pages are the same.');
  staying.forEach(walk);
});

test.describe('with the server gone', () => {
  test.skip(({ served }) => served !== 'installed', 'The server answers.');
  walk(offlineJourney);
});
