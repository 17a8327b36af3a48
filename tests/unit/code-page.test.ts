import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { isNumber } from '../../src/domain/codes/code-id.ts';
import { FAMILIES, type Family } from '../../src/domain/codes/families.ts';
import { codePageView, type CodePageView, type StatementView } from '../../src/site/code-page.ts';
import { httpStatusView } from '../../src/site/http-status.ts';
import type { SidebarItem } from '../../src/site/sidebar.ts';
import { codePath, HTTP_NUMBERS } from '../../src/site/urls.ts';

const { content } = readContent(fileURLToPath(new URL('../../', import.meta.url)));
const catalogue = createCatalogue(content);
const pages = catalogue.pages.map((page) => codePageView(catalogue, page));

function pageOf(code: string): CodePageView {
  const page = pages.find((other) => other.code === code);
  assert.ok(page, `there is no page of ${code}`);
  return page;
}

/** What a page says of a family without a meaning of its number. */
const absentText = (code: string, family: Family) =>
  pageOf(code).absent.find((absent) => absent.family === family)?.text;

/** Every statement of a page beside the one of the data that it was made from. */
const statementsOf = (page: CodePageView) =>
  page.meanings.flatMap((view) => {
    const { meaning } = view;
    const beside = (
      shown: readonly StatementView[],
      given: readonly { text: string; source?: string | undefined }[],
    ) => {
      assert.equal(shown.length, given.length, `${meaning.id} shows every statement`);
      return shown.map((statement, index) => ({ view, statement, given: given[index] }));
    };
    return [
      ...beside(view.causes, meaning.causes),
      ...beside(view.fix, meaning.fix),
      ...beside(view.look, meaning.look),
      ...beside(view.check, meaning.check),
      ...beside(view.remarks, meaning.remarks),
      ...beside(view.confusions, meaning.confusions),
    ];
  });

const links = (items: readonly SidebarItem[]): string[] =>
  items.flatMap((item) => ('items' in item ? links(item.items) : [item.link]));

describe('the page of 7014, a number with one meaning', () => {
  const page = pageOf('7014');
  const [view] = page.meanings;

  test('is titled with number and official title', () => {
    assert.equal(page.title, '7014 Signature verification - missing sign parameter');
  });
  test('holds the one meaning, with plain anchors and top-level sections', () => {
    assert.equal(page.meanings.length, 1);
    assert.equal(view?.meaning.id, 'gateway/7014');
    assert.equal(view.prefix, '');
    assert.equal(view.level, 2);
    assert.equal(view.familyLabel, 'Gateway');
  });
  test('says who acts and whether a retry helps, first of all facts', () => {
    assert.deepEqual(
      view?.facts.map(({ label, value }) => [label, value]),
      [
        ['Who acts', 'App, then gateway operator'],
        ['Retry', 'After the fix'],
      ],
    );
  });
  test('has the Chinese label, and is found by the other names and the search words', () => {
    assert.equal(view?.chineseLabel, '验签-缺少 sign 参数');
    for (const alias of ['7014', '验签-缺少 sign 参数', 'PRC_SIGN_EMPTY', 'Blue Shield'])
      assert.ok(page.aliases.includes(alias), alias);
  });
  test('says what the links to the other families mean', () => {
    assert.deepEqual(
      page.absent.map(({ family }) => family),
      ['service', 'android', 'ios'],
    );
    assert.match(
      absentText('7014', 'android') ?? '',
      /^On Android, 7014 is the gateway's answer\.$/,
    );
    assert.match(
      absentText('7014', 'ios') ?? '',
      /^On iOS, 7014 is the gateway's answer\. .*inferred/,
    );
    assert.match(absentText('7014', 'service') ?? '', /7014 is not in the Service table/);
  });
  test('lies between the gateway codes around it', () => {
    assert.equal(page.previous?.path, '/codes/7007');
    assert.equal(page.next?.path, '/codes/8002');
  });
  test('shows the number in every log example', () => {
    assert.ok(view && view.logs.length > 3);
    for (const { example } of view.logs) assert.ok(example.includes('7014'), example);
  });
});

describe('a page with two meanings', () => {
  const TWO = [
    ['3003', ['gateway', 'ios'], ['service', 'android']],
    ['0', ['android', 'ios'], ['gateway', 'service']],
  ] as const;
  for (const [code, present, absent] of TWO)
    test(`${code} says so, and tells ${present.join(' from ')} by anchor`, () => {
      const page = pageOf(code);
      assert.equal(page.title, `${code} has two meanings`);
      assert.deepEqual(
        page.meanings.map(({ meaning, prefix, level }) => [meaning.family, prefix, level]),
        present.map((family) => [family, `${family}-`, 3]),
      );
      assert.deepEqual(
        page.absent.map(({ family }) => family),
        absent,
      );
      for (const { meaning, familyLabel } of page.meanings) {
        assert.ok(page.description.includes(meaning.title), page.description);
        assert.ok(page.description.includes(familyLabel), page.description);
      }
    });

  test('on Android, 3003 is the gateway’s; no family stands behind a 0', () => {
    assert.match(absentText('3003', 'android') ?? '', /gateway's answer/);
    assert.match(absentText('0', 'gateway') ?? '', /0 is not in the Gateway table/);
  });
  test('3003 links its two meanings with the one stated reason', () => {
    const [gateway, ios] = pageOf('3003').meanings;
    const there = gateway?.related.find(({ path }) => path === '/codes/3003#ios');
    const back = ios?.related.find(({ path }) => path === '/codes/3003#gateway');
    assert.ok(there && back);
    assert.equal(there.text, back.text);
  });
});

describe('the page of a range', () => {
  const page = pageOf('http-4xx');
  const [view] = page.meanings;

  test('has no number, and its own title', () => {
    assert.equal(page.title, 'HTTP status 4xx');
  });
  test('gives no log example, for it has no number to show', () => {
    assert.deepEqual(view?.logs, []);
    assert.ok(!view.contents.some(({ anchor }) => anchor === 'log'));
  });
  test('leads to the other row, once', () => {
    const other = view?.related.filter(({ path }) => path === '/codes/http-other#android');
    assert.equal(other?.length, 1);
  });
  test('speaks of a range where another family has none', () => {
    assert.match(absentText('http-4xx', 'ios') ?? '', /^This range is not in the iOS table\.$/);
  });
});

describe('a number that only an SDK knows in another family', () => {
  const KNOWN = [
    ['7', 'ios', 'kDTRpcFilterRPCInAppLaunch'],
    ['24', 'android', 'LOGIN_REFRESH_ERROR'],
  ] as const;
  for (const [code, family, constant] of KNOWN)
    test(`${code} names ${constant} for ${family}`, () => {
      assert.match(
        absentText(code, family) ?? '',
        new RegExp(`not in the .* table\\..*${constant}`),
      );
    });

  test('and says nothing of it for the others', () => {
    assert.equal(absentText('7', 'gateway'), '7 is not in the Gateway table.');
    assert.equal(absentText('24', 'service'), '24 is not in the Service table.');
  });
});

describe('on every page', () => {
  test('each family stands exactly once, with a meaning or with a line', () => {
    for (const { code, meanings, absent } of pages)
      assert.deepEqual(
        {
          code,
          families: [...meanings.map(({ meaning }) => meaning), ...absent]
            .map(({ family }) => family)
            .sort(),
        },
        { code, families: FAMILIES.toSorted() },
      );
  });

  test('title and description are its own, long enough to tell something, and plain text', () => {
    for (const what of ['title', 'description'] as const)
      assert.equal(new Set(pages.map((page) => page[what])).size, pages.length, what);
    for (const { code, title, description } of pages) {
      assert.ok(description.length > 50, `${code}: ${description}`);
      assert.ok(!/[`\n]/.test(title + description), `${code}: ${title} ${description}`);
      if (isNumber(code)) assert.ok(title.startsWith(`${code} `), title);
    }
  });

  test('no anchor stands twice', () => {
    for (const { code, meanings, absent } of pages) {
      const anchors = [
        ...meanings.map(({ meaning }) => meaning.family),
        ...absent.map(({ family }) => family),
        ...meanings.flatMap((view) =>
          [...view.contents, ...view.sources].map(({ anchor }) => anchor),
        ),
      ];
      assert.deepEqual({ code, anchors }, { code, anchors: [...new Set(anchors)] });
    }
  });

  test('the contents list exactly the sections that hold something, in the order of the page', () => {
    for (const { meanings } of pages)
      for (const view of meanings) {
        const held: readonly (readonly [string, readonly unknown[]])[] = [
          ['causes', view.causes],
          ['fix', view.fix],
          ['look', view.look],
          ['check', view.check],
          ['log', view.logs],
          ['related', view.related],
          ['confusions', view.confusions],
          ['unknowns', view.meaning.unknowns],
          ['sources', view.sources],
        ];
        const { id } = view.meaning;
        assert.deepEqual(
          { id, anchors: view.contents.map(({ anchor }) => anchor) },
          {
            id,
            anchors: held.filter(([, list]) => list.length > 0).map(([name]) => view.prefix + name),
          },
        );
        assert.ok(view.contents.every(({ label }) => label !== ''));
      }
  });

  test('a statement with a source cites it by the number that it has in the list of the page', () => {
    for (const page of pages)
      for (const { view, statement, given } of statementsOf(page)) {
        const { cite } = statement;
        assert.equal(statement.text, given?.text);
        assert.equal(cite !== undefined, given?.source !== undefined, statement.text);
        if (cite === undefined) continue;
        const listed = view.sources[cite.number - 1];
        assert.deepEqual(
          { id: listed?.source.id, anchor: listed?.anchor, title: listed?.source.title },
          { id: given?.source, anchor: cite.anchor, title: cite.title },
        );
      }
  });

  test('the source document itself is among the sources, and no source stands twice', () => {
    for (const { meanings } of pages)
      for (const { meaning, sources } of meanings) {
        const ids = sources.map(({ source }) => source.id);
        assert.ok(ids.includes('result-codes'), meaning.id);
        assert.equal(new Set(ids).size, ids.length, meaning.id);
      }
  });

  test('links to other codes lead to sections that exist, never to the section itself', () => {
    const sections = new Set(
      pages.flatMap(({ code, meanings }) =>
        meanings.map(({ meaning }) => `${codePath(code)}#${meaning.family}`),
      ),
    );
    for (const { code, meanings } of pages)
      for (const view of meanings)
        for (const { path } of [...view.related, ...view.confusions]) {
          if (path === null) continue;
          assert.ok(sections.has(path), `${view.meaning.id} links to ${path}`);
          assert.notEqual(path, `${codePath(code)}#${view.meaning.family}`);
        }
  });

  test('the next page leads back, within a family', () => {
    for (const page of pages) {
      const { next } = page;
      if (next === null) continue;
      const following = pages.find(({ code }) => codePath(code) === next.path);
      assert.ok(following, `${page.code} leads on to ${next.path}`);
      if (following.meanings[0]?.meaning.family === page.meanings[0]?.meaning.family)
        assert.equal(following.previous?.path, codePath(page.code));
    }
  });

  test('the sidebar names the page once, and at most thirty of its family', () => {
    for (const { code, sidebar } of pages) {
      const own = links(sidebar).filter((link) => link === codePath(code));
      assert.deepEqual({ code, own }, { code, own: [codePath(code)] });
      const codes = links(sidebar).filter((link) => link.startsWith('/codes/'));
      assert.ok(codes.length <= 30 + FAMILIES.length, `${code}: ${codes.length} links`);
    }
  });

  test('the file named for corrections is the one of the meaning', () => {
    for (const { meanings } of pages)
      for (const { meaning, file } of meanings)
        assert.equal(file, `content/codes/${meaning.family}/${meaning.code}.md`);
  });
});

describe('the page of a bare HTTP status', () => {
  const STATUSES = [
    [100, '100 Continue', 'android/http-other', 'http-other', /the HTTP status itself/, 0],
    [200, '200 OK', 'android/http-other', 'http-other', /200 in, although .* success/, 0],
    [404, '404 Not Found', 'android/http-4xx', 'http-4xx', /the HTTP status itself/, 1],
    [500, '500 Internal Server Error', undefined, 'android', /leave 500 out/, 0],
    [599, '599 HTTP status', 'android/http-other', 'http-other', /the HTTP status itself/, 1],
  ] as const;
  for (const [number, title, row, canonical, sentence, neighbours] of STATUSES)
    test(`${title}: ${row ?? 'in no row'}`, () => {
      const view = httpStatusView(catalogue, number);
      assert.equal(view.code, String(number));
      assert.equal(view.title, title);
      assert.equal(view.row?.id, row);
      assert.equal(view.canonicalCode, canonical);
      assert.match(view.sentence, sentence);
      assert.deepEqual(
        view.neighbours.map(({ system }) => system),
        Array.from({ length: neighbours }, () => 'Security Guard'),
      );
    });

  test('says who acts and whether a retry helps as its row does', () => {
    const view = httpStatusView(catalogue, 404);
    const [row] = pageOf('http-4xx').meanings;
    assert.deepEqual(
      [view.actor, view.retry],
      row?.facts
        .filter(({ label }) => ['Who acts', 'Retry'].includes(label))
        .map(({ value }) => value),
    );
    assert.deepEqual(
      [httpStatusView(catalogue, 500).actor, httpStatusView(catalogue, 500).retry],
      [null, null],
    );
  });

  test('from 100 to 599 has a title and description of its own, and names the families without it', () => {
    const views = HTTP_NUMBERS.map((number) => httpStatusView(catalogue, number));
    assert.equal(views.length, 500);
    assert.equal(new Set(views.map(({ title }) => title)).size, 500);
    for (const { code, description, absent, canonicalCode } of views) {
      assert.ok(description.length > 50, description);
      assert.ok(description.includes(code), description);
      assert.deepEqual(
        absent.map(({ family }) => family),
        ['gateway', 'service', 'ios'],
      );
      assert.ok(canonicalCode === 'android' ? code === '500' : !isNumber(canonicalCode));
    }
  });
});
