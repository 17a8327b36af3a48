/**
 * How the code samples of guides are highlighted when the site is built: Shiki's tokens as classes, which
 * the styles of the site colour for both themes. Shiki's own output names a colour in each token, several
 * times the bytes.
 */
import type { ShikiConfig } from 'astro';

type Transformer = NonNullable<ShikiConfig['transformers']>[number];
type Line = Parameters<NonNullable<Transformer['line']>>[0];
type Node = Line['children'][number];

/** What tokens are set apart by, by the end of Shiki's variable; all others look like plain text. */
const CLASSES: Readonly<Record<string, string>> = {
  keyword: 'k',
  string: 's',
  'string-expression': 's',
  comment: 'c',
  function: 'f',
  constant: 'n',
};

/** Languages by the names that readers know, for those who hear a page. */
const NAMES: Readonly<Record<string, string>> = {
  http: 'HTTP',
  java: 'Java',
  js: 'JavaScript',
  json: 'JSON',
  kotlin: 'Kotlin',
  'objective-c': 'Objective-C',
  sh: 'Shell',
  swift: 'Swift',
  typescript: 'TypeScript',
  xml: 'XML',
};

/** A token as text, or as an element with the one class that its look needs. */
function tokenOf(token: Node): Node {
  if (token.type !== 'element') return token;
  const style = String(token.properties['style']);
  const name = CLASSES[/--astro-code-token-([\w-]+)/.exec(style)?.[1] ?? ''];
  if (name !== undefined) return { ...token, properties: { class: name } };
  return token.children[0] ?? { type: 'text', value: '' };
}

/** A line of a log, or an address: it is copied as well, and is read whole instead of scrolled. */
const PLAIN = 'text';

/** Classes in place of styles, and a box that scrolls sideways, for the keyboard as well. */
const withClasses: Transformer = {
  name: 'classes',
  line: (line) => ({ ...line, children: line.children.map(tokenOf) }),
  code(code) {
    return {
      ...code,
      properties: this.options.lang === PLAIN ? { 'data-line': '' } : code.properties,
      // Lines are separated by line breaks already.
      children: code.children.flatMap((line) => (line.type === 'element' ? line.children : line)),
    };
  },
  pre(pre) {
    if (this.options.lang === PLAIN)
      return {
        type: 'element',
        tagName: 'div',
        properties: { class: 'verbatim copyable' },
        children: [{ ...pre, properties: {} }],
      };
    return {
      type: 'element',
      tagName: 'div',
      properties: { class: 'sample copyable' },
      children: [
        {
          ...pre,
          properties: {
            ...(this.options.lang === 'sh' ? { class: 'commands' } : {}),
            role: 'group',
            'aria-label': NAMES[this.options.lang] ?? this.options.lang,
            tabindex: '0',
          },
        },
      ],
    };
  },
};

export const shikiConfig = {
  theme: 'css-variables' as const,
  transformers: [withClasses],
};
