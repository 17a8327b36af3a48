import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  createCatalogue,
  sourcesOf,
  statementsWithSource,
} from '../../src/domain/codes/catalogue.ts';

import { isNumber } from '../../src/domain/codes/code-id.ts';
import { plainText } from '../../src/domain/codes/inline-text.ts';
import { FAMILIES, familyOf } from '../../src/domain/codes/families.ts';
import type { Meaning } from '../../src/domain/codes/schema.ts';
import type { Platform } from '../../src/domain/codes/vocabulary.ts';
import { meaningView } from '../../src/site/entry-view.ts';
import { besideOf, codePageView, isChooser, type CodePageView } from '../../src/site/code-page.ts';
import { ENGLISH_EDITION } from '../../src/site/edition.ts';
import { editionIn } from '../../src/site/editions.ts';
import type { Block, EntryView, SectionView, StatementView } from '../../src/site/entry-view.ts';
import type { SidebarItem } from '../../src/site/sidebar.ts';
import { codePath, notOurCodesPath } from '../../src/site/urls.ts';
import { fixtureCatalogue as catalogue, fixtureContent } from '../fixtures.ts';

const pages = catalogue.pages.map((page) => codePageView(catalogue, ENGLISH_EDITION, page));

function pageOf(code: string): CodePageView {
  const page = pages.find((other) => other.code === code);
  assert.ok(page, `there is no page of ${code}`);
  return page;
}

function entryOf(code: string, anchor: string): EntryView {
  const entry = pageOf(code).entries.find((other) => other.anchor === anchor);
  assert.ok(entry, `${code} has no entry ${anchor}`);
  return entry;
}

const anchorsOf = (code: string) => pageOf(code).entries.map(({ anchor }) => anchor);
const cardsOf = (code: string) => pageOf(code).cards.map(({ kind, path }) => `${kind} ${path}`);

/** All blocks of a kind in a section of an entry. */
const blocksOf = <Kind extends Block['kind']>(
  { sections }: EntryView,
  id: SectionView['id'],
  kind: Kind,
) =>
  sections
    .filter((section) => section.id === id)
    .flatMap(({ blocks }) =>
      blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind),
    );

const linksOf = (entry: EntryView) =>
  blocksOf(entry, 'related', 'links').flatMap(({ items }) => items);
/** What the reasons are for: who fixes it, the retry advice, and what follows from that. */
const reasonsOf = (entry: EntryView) =>
  blocksOf(entry, 'reasons', 'pairs').flatMap(({ items }) => items.map(({ term }) => term));
const sourcesShown = (entry: EntryView) =>
  blocksOf(entry, 'sources', 'sources').flatMap(({ items }) => items);

/** Every statement that an entry shows, in the order of the page. */
const statementsOf = ({ sections }: EntryView): StatementView[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      switch (block.kind) {
        case 'causes':
          return block.items.flatMap((cause) => [cause, ...cause.fix]);
        case 'statements':
          return block.items;
        case 'pairs':
          return block.items.map(({ statement }) => statement);
        default:
          return [];
      }
    }),
  );

/** The line that a client's link to the page leads to, wherever on the page it is. */
const clientLine = (code: string, family: string) => {
  const { clients, entries } = pageOf(code);
  return [...clients, ...entries.flatMap((entry) => entry.clients)].find(
    ({ anchor }) => anchor === family,
  )?.text;
};

const meaningViews = pages.flatMap(({ entries }) =>
  entries.flatMap((view) =>
    view.id === null ? [] : [{ view, meaning: catalogue.meaning(view.id) }],
  ),
);

const links = (items: readonly SidebarItem[]): string[] =>
  items.flatMap((item) => ('items' in item ? links(item.items) : [item.link]));

describe('the page of 7014, a number with one meaning', () => {
  const page = pageOf('7014');
  const view = entryOf('7014', 'gateway');

  test('is titled with number and official title', () => {
    assert.equal(page.title, '7014 Signature verification - missing sign parameter');
  });
  test('holds the one meaning, without cards, with plain anchors and top-level sections', () => {
    assert.deepEqual(page.cards, []);
    assert.equal(page.entries.length, 1);
    assert.equal(view.id, 'gateway/7014');
    assert.equal(view.prefix, '');
    assert.equal(view.level, 2);
    assert.equal(view.origin, 'Gateway');
  });
  test('says who fixes it and whether a retry is safe, first of all facts', () => {
    assert.deepEqual(
      view.facts.map(({ label, value, parts }) => [label, value, parts]),
      [
        [
          'Who fixes it',
          'App developer, then gateway operator',
          ['App developer', 'Gateway operator'],
        ],
        ['Retry', "Don't retry until it is fixed", ['This attempt was not executed']],
      ],
    );
  });
  test('says where it fails and who reports it, what to tell the user, and the first step', () => {
    assert.equal(
      view.place?.text,
      'Usually caused in the app or its SDK; reported by the gateway.',
    );
    assert.deepEqual(reasonsOf(view), ['Who fixes it', 'Retry', 'Tell the user']);
    assert.equal(view.firstStep, catalogue.meaning('gateway/7014').firstStep);
    assert.equal(view.standing, null);
  });
  test('has the Chinese label, and is found by the other names and the search words', () => {
    assert.deepEqual(view.otherTitle, { text: '验签-缺少 sign 参数', lang: 'zh-Hans' });
    for (const alias of ['7014', '验签-缺少 sign 参数', 'PRC_SIGN_EMPTY', 'Blue Shield'])
      assert.ok(page.aliases.includes(alias), alias);
  });
  test('says where a link from Android or iOS has led', () => {
    assert.equal(clientLine('7014', 'android'), 'On Android, 7014 is one of the gateway codes.');
    assert.equal(clientLine('7014', 'ios'), 'On iOS, 7014 is one of the gateway codes.');
    assert.deepEqual(
      view.clients.map(({ anchor }) => anchor),
      ['android', 'ios'],
    );
  });
  test('is listed between the gateway codes and the next table', () => {
    const listed = links(page.sidebar);
    const own = listed.indexOf('/codes/7014');
    assert.deepEqual(listed.slice(own - 1, own + 2), [
      '/codes/7001',
      '/codes/7014',
      '/codes/service',
    ]);
  });
  test('shows the number in every log example', () => {
    const [logs] = blocksOf(view, 'log', 'logs');
    assert.ok(logs && logs.items.length > 3);
    for (const { parts } of logs.items) assert.equal(parts[1], '7014', parts.join(''));
  });
  test('shows a line that was seen first, with its source, and its form only once', () => {
    const meaning = catalogue.meaning('gateway/7014');
    const text = '"result-status" = 7014; "memo" = "…";';
    const { sections } = meaningView(
      catalogue,
      ENGLISH_EDITION,
      { ...meaning, logs: [{ text, source: 'android-sdk' }] },
      { anchor: 'gateway', prefix: '', level: 2 },
    );
    const blocks = sections.find(({ id }) => id === 'log')?.blocks ?? [];
    const [seen, constructed] = blocks.filter((block) => block.kind === 'logs');
    assert.deepEqual(seen?.items[0]?.parts, ['"result-status" = ', '7014', '; "memo" = "…";']);
    assert.match(seen?.items[0]?.cite?.label ?? '', /^Source \d/);
    assert.equal(seen?.note, ENGLISH_EDITION.words.seenLogs);
    assert.equal(constructed?.note, ENGLISH_EDITION.words.otherForms);
    const labels = blocks.flatMap((block) =>
      block.kind === 'logs' ? block.items.map(({ label }) => label) : [],
    );
    assert.deepEqual(labels, [...new Set(labels)]);
  });
  test('puts how to tell and the fix with each cause', () => {
    const [causes] = blocksOf(view, 'causes', 'causes');
    assert.deepEqual(
      causes?.items.map(({ tell, seenWith, fix }) => [
        tell !== null,
        seenWith,
        fix.map(({ text }) => text),
      ]),
      [
        [
          true,
          null,
          [
            'Put the right image into the package.',
            'Keep the image from being removed by the shrinker.',
          ],
        ],
        [true, 'Android, baseline 10.2.3 or later', ['Switch signing on again.']],
      ],
    );
  });
  test('says how to make it appear, what that affects, what one sees, and how to undo it', () => {
    const [pairs] = blocksOf(view, 'provoke', 'pairs');
    assert.deepEqual(
      pairs?.items.map(({ term }) => term),
      ['Also affects', 'You should see', 'Undo'],
    );
  });
});

describe('a page with two meanings', () => {
  const TWO = [
    ['3003', ['gateway', 'ios']],
    ['0', ['android', 'ios']],
    ['24', ['android', 'ios']],
  ] as const;
  for (const [code, present] of TWO)
    test(`${code} says so, and tells ${present.join(' from ')} by anchor`, () => {
      const page = pageOf(code);
      assert.equal(page.title, `${code} has 2 meanings`);
      assert.deepEqual(
        page.entries.map(({ anchor, prefix, level }) => [anchor, prefix, level]),
        present.map((family) => [family, `${family}-`, 3]),
      );
      assert.deepEqual(
        cardsOf(code),
        present.map((family) => `meaning #${family}`),
      );
      for (const { title, origin, lead } of page.entries) {
        assert.ok(page.description.includes(plainText(lead)), page.description);
        assert.ok(page.description.includes(`${origin} ${code}: `), page.description);
        assert.ok(page.headTitle.includes(`(${origin})`), page.headTitle);
        assert.ok(page.searchTitle.includes(title), page.searchTitle);
      }
    });

  test('on Android, 3003 is one of the gateway codes; a client with a meaning of its own needs no line', () => {
    assert.equal(clientLine('3003', 'android'), 'On Android, 3003 is one of the gateway codes.');
    assert.equal(clientLine('3003', 'ios'), undefined);
    assert.deepEqual(
      entryOf('3003', 'gateway').clients.map(({ anchor }) => anchor),
      ['android'],
    );
  });
  test('3003 links its two meanings with the one stated reason', () => {
    const there = linksOf(entryOf('3003', 'gateway')).find(
      ({ path }) => path === '/codes/3003#ios',
    );
    const back = linksOf(entryOf('3003', 'ios')).find(({ path }) => path === '/codes/3003#gateway');
    assert.ok(there && back);
    assert.equal(there.text, back.text);
  });
});

describe('a number that only code of an SDK names', () => {
  /** The lines of a Security Guard number as if no table had it, with what else is known of it. */
  function linesOf(
    code: string,
    known: { variants?: { where: Platform[]; text: string }[]; logs?: Meaning['logs'] },
  ): string[] {
    const changed = fixtureContent.meanings.map((meaning) =>
      meaning.id === `security-guard/${code}`
        ? { ...meaning, standing: 'undocumented' as const, ...known }
        : meaning,
    );
    const own = createCatalogue({ ...fixtureContent, meanings: changed });
    const page = own.page(code);
    assert.ok(page);
    return codePageView(own, ENGLISH_EDITION, page).entries.flatMap(({ clients }) =>
      clients.map(({ text }) => text),
    );
  }

  test('is not said to come from a gateway that nobody saw send it', () => {
    for (const client of ['android', 'ios'])
      assert.equal(
        clientLine('7005', client),
        "By the SDK's code, 7005 would come from the gateway.",
      );
  });
  test("is Security Guard's on Android, and on iOS only where a source says so", () => {
    const android = 'On Android, 608 is one of the Security Guard codes.';
    const variants = [{ where: ['android' as const], text: 'No image.' }];
    const log = (text: string) => [{ text, source: 'security-guard-codes' }];
    for (const known of [{ variants }, { logs: log('SecException: ErrorCode = 608') }])
      assert.deepEqual(linesOf('608', known), [
        android,
        'On iOS, it is not known whether Security Guard uses 608.',
      ]);
    for (const known of [
      { variants: [{ where: ['ios' as const], text: 'No image.' }] },
      { variants, logs: log('SG ERROR: 608') },
    ])
      assert.deepEqual(linesOf('608', known), [
        android,
        'On iOS, 608 is one of the Security Guard codes.',
      ]);
  });
  test("can be Security Guard's or a status on Android, where it is an HTTP status too", () => {
    assert.deepEqual(linesOf('403', {}), [
      "On Android, 403 as the code of a call is normally the HTTP status of the reply. After `SecException` or `ErrorCode =` it is Security Guard's.",
      'The iOS table does not have 403. On iOS it is most likely the status of a reply.',
    ]);
  });
});

describe('the reasons', () => {
  const headingOf = (code: string, anchor: string) =>
    entryOf(code, anchor).sections.find(({ id }) => id === 'reasons')?.heading;

  test('promise a text for users only where there is one', () => {
    assert.equal(headingOf('7014', 'gateway'), 'Why, and what to tell users');
    assert.equal(headingOf('7005', 'gateway'), 'Why');
    assert.equal(headingOf('404', 'http'), 'Why');
  });
});

describe('a number of a neighbouring system', () => {
  test('that readers take for a code of ours is a card, which leads away and advises nothing', () => {
    assert.equal(pageOf('10').title, '10 has 2 meanings');
    assert.deepEqual(cardsOf('10'), ['meaning #android', `neighbour ${notOurCodesPath}#h5-rpc`]);
    const card = pageOf('10').cards.find(({ kind }) => kind === 'neighbour');
    assert.deepEqual(card?.facts, []);
    assert.deepEqual([card.origin, card.where], ['Not an MGS code:', ' H5 container']);
    assert.deepEqual(pageOf('10').beside, []);
  });
  test('that is only mentioned is a line below the entries', () => {
    assert.deepEqual(pageOf('6000').cards, []);
    assert.deepEqual(
      pageOf('6000').beside.map(({ anchor, statement, more }) => [
        anchor,
        statement.text,
        statement.mark?.basis,
        more,
      ]),
      [
        [
          null,
          'Payment SDK uses this number too: The outcome of a payment.',
          'official',
          `${notOurCodesPath}#payment-sdk`,
        ],
      ],
    );
  });
  test('says there how far its list is known to hold', () => {
    const page = catalogue.page('6000');
    const { systems, numbers } = catalogue.neighbours;
    const [[id, system] = assert.fail()] = Object.entries(systems).filter(
      ([name]) => name === 'payment-sdk',
    );
    assert.ok(page);
    const doubtful = {
      ...catalogue,
      neighbours: { numbers, systems: { ...systems, [id]: { ...system, caveat: 'In part.' } } },
    };
    assert.deepEqual(
      besideOf(doubtful, ENGLISH_EDITION, page).map(({ further }) => further),
      ['In part.'],
    );
  });
  test('says there too whether the call or payment may have been carried out', () => {
    const page = catalogue.page('6000');
    assert.ok(page);
    const neighbours = page.neighbours.map((row) => ({ ...row, executed: 'possible' as const }));
    assert.deepEqual(
      besideOf(catalogue, ENGLISH_EDITION, { ...page, neighbours }).map(({ further }) => further),
      ['In our reading, the payment may have been executed.'],
    );
  });
});

describe('a number that is also an HTTP status', () => {
  test('below 400 the meaning is first, from 400 up the status', () => {
    assert.deepEqual(anchorsOf('101'), ['security-guard', 'http']);
    assert.deepEqual(anchorsOf('403'), ['http', 'security-guard']);
    assert.deepEqual(cardsOf('403'), ['http #http', 'meaning #security-guard']);
  });
  test('a link from Android leads to the status, which can be the code of a call, one from iOS to Security Guard', () => {
    const both = "After `SecException` or `ErrorCode =` it is Security Guard's.";
    for (const code of ['101', '403']) {
      assert.equal(
        clientLine(code, 'android'),
        `On Android, ${code} as the code of a call is normally the HTTP status of the reply. ${both}`,
      );
      assert.equal(
        clientLine(code, 'ios'),
        `On iOS, ${code} after \`SG ERROR\` is Security Guard's.`,
      );
      const hosts = (anchor: string) => entryOf(code, anchor).clients.map((line) => line.anchor);
      assert.deepEqual([hosts('http'), hosts('security-guard')], [['android'], ['ios']]);
    }
  });
  test('a number of one of the two is told as its own', () => {
    assert.equal(
      clientLine('404', 'ios'),
      'The iOS table does not have 404. On iOS it is most likely the status of a reply.',
    );
    assert.equal(
      clientLine('608', 'android'),
      'On Android, 608 is one of the Security Guard codes.',
    );
  });
  test('without a name is read by its class', () => {
    assert.equal(
      entryOf('150', 'http').lead,
      'No HTTP status has this number. By its class (1xx) it would mean: An interim answer.',
    );
    assert.equal(entryOf('100', 'http').lead, 'An interim answer.');
  });
  test('lists the sources that its steps and comparisons name', () => {
    const entry = entryOf('404', 'http');
    assert.deepEqual(
      sourcesShown(entry).map(({ source }) => source.id),
      ['result-codes'],
    );
    const cites = statementsOf(entry).flatMap(({ cite }) => cite?.anchor ?? []);
    assert.deepEqual(cites, ['source-1', 'source-1']);
    assert.deepEqual(sourcesShown(entryOf('403', 'http')), []);
  });
  test('a meaning that only an SDK knows is mentioned there, where its link leads', () => {
    const page = pageOf('429');
    assert.deepEqual(anchorsOf('429'), ['http']);
    const [line, ...more] = page.beside;
    assert.deepEqual(more, []);
    assert.equal(line?.anchor, 'ios');
    assert.match(
      line.statement.text,
      /^iOS 429 \(from a list of the library's constants\): The name says .* Count how often/,
    );
  });
});

describe('the page of a range', () => {
  const page = pageOf('http-4xx');
  const view = entryOf('http-4xx', 'android');

  test('has no number, and its own title', () => {
    assert.equal(page.title, 'HTTP status 4xx');
  });
  test('gives no log example, for it has no number to show', () => {
    assert.ok(!view.sections.some(({ id }) => id === 'log'));
  });
  test('leads to the other row, once', () => {
    const other = linksOf(view).filter(({ path }) => path === '/codes/http-other#android');
    assert.equal(other.length, 1);
  });
  test('speaks of a range where another client has none', () => {
    assert.equal(clientLine('http-4xx', 'ios'), 'This range is not in the iOS table.');
    assert.deepEqual(
      page.clients.map(({ anchor }) => anchor),
      ['ios'],
    );
  });
});

describe('a number that the official document does not list', () => {
  const KNOWN = [
    ['7005', 'gateway', /Known by its name in SDK code only/],
    ['24', 'android', /The official table does not list this number; only SDK code does/],
    ['608', 'security-guard', /From the official table of Security Guard/],
  ] as const;
  for (const [code, family, standing] of KNOWN)
    test(`${code} says so`, () => {
      assert.match(entryOf(code, family).standing ?? '', standing);
    });

  test('beyond the part of the table that could be read claims no more than that', () => {
    const last = catalogue.meaning('security-guard/608');
    const standingOf = (code: string) =>
      meaningView(
        catalogue,
        ENGLISH_EDITION,
        { ...last, code, standing: 'undocumented', confidence: 'high' },
        { anchor: 'security-guard', prefix: '', level: 2 },
      ).standing ?? '';
    assert.match(standingOf('609'), /^We could read the official table only to 608/);
    assert.match(
      standingOf('110'),
      /^The official table does not list this number; a list of the library's constants does/,
    );
  });

  test('does not name the official document as its source', () => {
    for (const { meaning, view } of meaningViews)
      assert.equal(
        sourcesShown(view).some(({ source }) => source.id === 'result-codes'),
        sourcesOf(meaning).includes('result-codes'),
        meaning.id,
      );
    assert.ok(!sourcesOf(catalogue.meaning('gateway/7005')).includes('result-codes'));
  });
});

describe('on every page', () => {
  test('each client is there once, with a meaning, a mention or a line', () => {
    const clients = FAMILIES.filter((family) => familyOf(family).client !== null);
    for (const page of pages)
      for (const family of clients) {
        const places = [
          ...page.entries,
          ...page.entries.flatMap((entry) => entry.clients),
          ...page.clients,
        ].filter(({ anchor }) => anchor === family);
        assert.equal(places.length, 1, `${page.code} ${family}`);
      }
  });

  test('title and description are its own, long enough to tell something, and plain text', () => {
    for (const what of ['title', 'headTitle', 'description'] as const)
      assert.equal(new Set(pages.map((page) => page[what])).size, pages.length, what);
    for (const { code, title, description } of pages) {
      assert.ok(description.length > 30, `${code}: ${description}`);
      assert.ok(!/[`\n]/.test(title + description), `${code}: ${title} ${description}`);
      if (isNumber(code)) assert.ok(title.startsWith(`${code} `), title);
      if (isNumber(code)) assert.ok(description.includes(code), description);
    }
  });

  test('no anchor is there twice', () => {
    for (const { code, clients, entries, beside } of pages) {
      const anchors = [
        ...clients.map(({ anchor }) => anchor),
        // The place of a mentioned meaning and the line of its client are one and the same family.
        ...beside
          .flatMap(({ anchor }) => anchor ?? [])
          .filter((family) => familyOf(family).client === null),
        ...entries.flatMap((entry) => [
          entry.anchor,
          ...entry.clients.map(({ anchor }) => anchor),
          ...entry.sections.map(({ anchor }) => anchor),
          ...sourcesShown(entry).map(({ anchor }) => anchor),
        ]),
      ];
      assert.deepEqual({ code, anchors }, { code, anchors: [...new Set(anchors)] });
    }
  });

  test('there are cards exactly where there is something to choose', () => {
    for (const page of catalogue.pages) {
      const { cards, entries } = pageOf(page.code);
      assert.equal(cards.length > 0, isChooser(page), page.code);
      if (cards.length > 0) assert.equal(cards.length, entries.length + page.cards.length);
    }
  });

  test('sections are in the order of the words, each has something in it and a heading', () => {
    const order = Object.keys(ENGLISH_EDITION.words.sections);
    for (const { entries } of pages)
      for (const { id, prefix, sections } of entries) {
        const positions = sections.map((section) => order.indexOf(section.id));
        assert.deepEqual(
          positions,
          positions.toSorted((a, b) => a - b),
          String(id),
        );
        for (const section of sections) {
          assert.equal(section.anchor, prefix + section.id);
          assert.notEqual(section.heading, '');
          assert.ok(section.blocks.length > 0);
          for (const block of section.blocks)
            if ('items' in block) assert.ok(block.items.length > 0, section.anchor);
        }
      }
  });

  test('the sections are exactly those that the meaning has something for', () => {
    const order = Object.keys(ENGLISH_EDITION.words.sections);
    for (const { view, meaning } of meaningViews) {
      const held: readonly (readonly [SectionView['id'], boolean])[] = [
        ['causes', meaning.causes.length + (meaning.variants ?? []).length > 0],
        ['fix', meaning.fix.length > 0],
        ['check', meaning.check.length > 0],
        ['look', meaning.look.length > 0],
        ['log', blocksOf(view, 'log', 'logs').length > 0],
        ['provoke', meaning.provoke !== undefined],
        ['related', linksOf(view).length > 0],
        ['confusions', meaning.confusions.length > 0],
        ['remarks', meaning.remarks.length > 0],
        ['unknowns', meaning.unknowns.length > 0],
        ['sources', sourcesOf(meaning).length + meaning.names.length > 0],
        ['reasons', true],
      ];
      assert.deepEqual(
        view.sections.map(({ id }) => id),
        order.filter((id) => held.some(([name, holds]) => holds && name === id)),
        meaning.id,
      );
    }
  });

  test('every statement of a meaning is shown, with the source that it names by its number in the list', () => {
    for (const { view, meaning } of meaningViews) {
      const shown = statementsOf(view);
      const listed = sourcesShown(view);
      for (const { field, text, basis, source } of statementsWithSource(meaning)) {
        const statement = shown.find((other) => other.text === text);
        assert.ok(statement, `${meaning.id} ${field}`);
        assert.equal(statement.cite !== null, source !== undefined, text);
        assert.equal(statement.mark !== null, source !== undefined || basis !== undefined, text);
        if (basis !== undefined) assert.equal(statement.mark?.basis, basis);
        if (statement.cite === null) continue;
        const cited = listed[statement.cite.number - 1];
        assert.equal(cited?.source.id, source);
        assert.equal(cited?.anchor, statement.cite.anchor);
        assert.ok(statement.cite.label.includes(String(statement.cite.number)));
      }
      for (const text of [...meaning.unknowns, ...meaning.names.map((name) => name.text)])
        assert.ok(
          shown.some((statement) => statement.text === text),
          `${meaning.id}: ${text}`,
        );
    }
  });

  test('the source document is among the sources of its rows, and no source is there twice', () => {
    for (const { view, meaning } of meaningViews) {
      const ids = sourcesShown(view).map(({ source }) => source.id);
      if (meaning.standing === 'documented') assert.ok(ids.includes('result-codes'), meaning.id);
      assert.equal(new Set(ids).size, ids.length, meaning.id);
    }
  });

  test('links to other codes lead to sections that exist, never to the section itself', () => {
    const sections = new Set(
      pages.flatMap(({ code, entries }) =>
        entries.map(({ anchor }) => `${codePath(code)}#${anchor}`),
      ),
    );
    for (const { code, entries } of pages)
      for (const entry of entries) {
        const paths = [
          ...linksOf(entry).map(({ path }) => path),
          ...blocksOf(entry, 'confusions', 'pairs').flatMap(({ items }) =>
            items.flatMap(({ path }) => path ?? []),
          ),
        ];
        for (const path of paths) {
          assert.ok(sections.has(path), `${code} ${entry.anchor} links to ${path}`);
          assert.notEqual(path, `${codePath(code)}#${entry.anchor}`);
        }
      }
  });

  test('the sidebar names the page of an entry once, and at most thirty of its family', () => {
    for (const { code, sidebar, entries } of pages) {
      const own = links(sidebar).filter((link) => link === codePath(code));
      assert.equal(own.length, entries.length > 0 ? 1 : 0, code);
      const codes = links(sidebar).filter((link) => link.startsWith('/codes/'));
      assert.ok(codes.length <= 30 + FAMILIES.length, `${code}: ${codes.length} links`);
    }
  });

  test('the file named for corrections is the one of the entry', () => {
    for (const { view, meaning } of meaningViews)
      assert.equal(view.file, `content/codes/${meaning.family}/${meaning.code}.yaml`);
    assert.equal(entryOf('404', 'http').file, 'content/http.yaml');
  });

  test('where the call may have run, it says how to find out', () => {
    for (const { view, meaning } of meaningViews)
      assert.equal(
        reasonsOf(view).includes('Did it run?'),
        meaning.retry.findOut !== undefined,
        meaning.id,
      );
  });
});

describe('the page of a bare HTTP status', () => {
  const STATUSES = [
    ['100', '100 Continue', '/codes/http-other', null],
    ['200', '200 OK', '/codes/http-other', null],
    ['302', '302 HTTP status', '/codes/http-other', 'after-fix'],
    ['404', '404 Not Found', null, 'after-fix'],
    ['450', '450 HTTP status', '/codes/http-4xx', 'after-fix'],
    ['500', '500 Internal Server Error', '/codes/android', 'if-idempotent'],
    ['501', '501 HTTP status', '/codes/http-other', 'after-fix'],
    ['503', '503 Service Unavailable', null, 'if-idempotent'],
    ['599', '599 HTTP status', '/codes/http-other', 'if-idempotent'],
  ] as const;
  for (const [code, title, canonical, retry] of STATUSES)
    test(`${title}: ${canonical ?? 'a page that stands for itself'}`, () => {
      const page = pageOf(code);
      assert.equal(page.title, title);
      assert.equal(page.canonical, canonical);
      assert.equal(entryOf(code, 'http').retry, retry);
    });

  test('has what the narrowest class says of it, or its own facts', () => {
    assert.match(entryOf('404', 'http').lead, /nothing at this path/);
    assert.match(entryOf('450', 'http').lead, /blames the request/);
    assert.match(entryOf('501', 'http').lead, /lacks what the request needs/);
    assert.match(entryOf('502', 'http').lead, /A machine in between failed/);
  });

  test('leads to its row, and 500 says that the two rows leave it out', () => {
    const remarks = (code: string) =>
      blocksOf(entryOf(code, 'http'), 'remarks', 'statements').length;
    for (const [code, row] of [
      ['499', '/codes/http-4xx#android'],
      ['501', '/codes/http-other#android'],
    ] as const) {
      assert.ok(linksOf(entryOf(code, 'http')).some(({ path }) => path === row));
      assert.equal(remarks(code), 0);
    }
    assert.deepEqual(linksOf(entryOf('500', 'http')), []);
    assert.equal(remarks('500'), 1);
  });

  test('404 leads to its row once, although its facts name it with a reason', () => {
    const paths = linksOf(entryOf('404', 'http')).map(({ path }) => path);
    assert.deepEqual(paths, ['/codes/http-4xx#android']);
  });

  test('from 100 to 599 has a title, a description and an explanation', () => {
    for (let status = 100; status <= 599; status += 1) {
      const entry = entryOf(String(status), 'http');
      assert.notEqual(entry.lead, '', String(status));
    }
  });
});

test('labels of log lines are in the language of the page', () => {
  const chinese = editionIn('zh-CN');
  const page = catalogue.pages.find(({ code }) => code === '7014');
  assert.ok(page);
  const labelsIn = (edition: typeof chinese) =>
    codePageView(catalogue, edition, page).entries.flatMap((entry) =>
      blocksOf(entry, 'log', 'logs').flatMap(({ items }) => items.map(({ label }) => label)),
    );
  const [english, translated] = [labelsIn(ENGLISH_EDITION), labelsIn(chinese)];
  assert.ok(english.includes('Android exception'));
  assert.ok(translated.includes('Android 异常'));
  assert.equal(translated.length, english.length);
});

test('what joins the parts of a Chinese page is full-width', () => {
  const entry = codePageView(
    catalogue,
    editionIn('zh-CN'),
    catalogue.pages.find(({ code }) => code === '7014') ?? assert.fail(),
  ).entries[0];
  assert.match(entry?.heading ?? '', /^网关 7014：/);
});

test('the steps of a page whose causes have none of their own are simply the fix', () => {
  const headings = pages.flatMap(({ entries }) =>
    entries.map(({ sections }) => ({
      causes: sections.some(
        ({ id, blocks }) => id === 'causes' && blocks.some(({ kind }) => kind === 'causes'),
      ),
      fix: sections.find(({ id }) => id === 'fix')?.heading,
    })),
  );
  for (const { causes, fix } of headings)
    if (fix !== undefined) assert.equal(fix, causes ? 'Whatever the cause' : 'Fix');
  assert.ok(headings.some(({ causes, fix }) => causes && fix !== undefined));
  assert.ok(headings.some(({ causes, fix }) => !causes && fix !== undefined));
});
