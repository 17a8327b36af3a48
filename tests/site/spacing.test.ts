/** Typography of the built text: no space before punctuation, straight quotes, no hyphen as a dash. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { HTMLElement, Node } from 'node-html-parser';
import { changesPath, languageAt } from '../../src/site/urls.ts';
import { ENGLISH } from '../../src/words/languages.ts';
import { isSampled } from '../pages.ts';
import { addresses, DIST, pageOf } from './build.ts';

const BLOCKS =
  /^(?:p|li|ul|ol|dl|dt|dd|div|section|nav|h[1-6]|table|thead|tbody|tr|th|td|pre|figure|figcaption|blockquote|details|summary|footer|button|label|option|select|svg|br|form)$/;

const isElement = (node: Node): node is HTMLElement => node.nodeType === 1;

/** The lines of a part of a page as they are read; code is left out, because it is quoted as it is. */
function linesOf(root: HTMLElement): string[] {
  let text = '';
  const visit = (node: Node): void => {
    if (!isElement(node)) {
      if (node.nodeType === 3) text += node.text.replace(/\s+/g, ' ');
      return;
    }
    const tag = node.rawTagName.toLowerCase();
    if (['script', 'style', 'svg', 'noscript', 'textarea', 'pre'].includes(tag)) return;
    if (tag === 'code') {
      text += '\u{fffc}';
      return;
    }
    const isBlock = BLOCKS.test(tag);
    if (isBlock) text += '\n';
    node.childNodes.forEach(visit);
    if (isBlock) text += '\n';
  };
  visit(root);
  return text.split('\n').map((line) => line.trim());
}

const pages = addresses.filter(isSampled);

/** @param wrong what no line may have */
const linesWith = (wrong: RegExp, ofPages = pages): string[] =>
  ofPages.flatMap((address) => {
    const main = pageOf(address).querySelector('main');
    return main === null
      ? []
      : linesOf(main)
          .filter((line) => wrong.test(line))
          .map((line) => `${address}: ${line}`);
  });

test('no space is before punctuation', () => {
  assert.deepEqual(linesWith(/\s[,;:!?](?:\s|$)|\s\.(?:\s|$)|\s[，。；：！？、]/u), []);
});

test('no space is beside a mark of Chinese', () => {
  // What changed is set apart from its codes by the layout.
  const chinese = pages.filter((address) => !isEnglish(address) && !address.endsWith(changesPath));
  const sentences = chinese.flatMap((address) =>
    pageOf(address)
      .querySelectorAll('.sl-markdown-content :is(p, li, dd)')
      .flatMap((part) => linesOf(part)),
  );
  assert.ok(sentences.length > 1000, `${sentences.length} lines`);
  assert.deepEqual(
    sentences.filter((line) => /[，。；：！？、（）“] | [（）”]/u.test(line)),
    [],
  );
  const markdown = chinese
    .map((address) => `${DIST}/${address}.md`)
    .filter((file) => existsSync(file))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .replace(/`[^`]*`/g, '\u{fffc}')
        .split('\n')
        .filter((line) => /[，。；：！？、（）] \S|\S [，。；：！？、（）]/u.test(line)),
    );
  assert.deepEqual(markdown, []);
});

/** Chinese is quoted with “ and ”. */
const isEnglish = (address: string): boolean => languageAt(address) === ENGLISH;

test('English quotes are straight, and no hyphen between spaces is a dash', () => {
  // Official titles are quoted letter for letter: "RPC - Target method not found".
  assert.deepEqual(
    [...linesWith(/[“”‘’]/u, pages.filter(isEnglish)), ...linesWith(/\s--\s|\s-\s/u)].filter(
      (line) => !/(?:Signature verification|RPC) - /.test(line),
    ),
    [],
  );
});
