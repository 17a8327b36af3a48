/**
 * Takes from a built page what only the build needed: styles that it cannot use, the marks for the
 * search index, and the long names of styles. What a reader sees stays as it is.
 */
import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import { parseSync, Visitor, type ESTree } from 'vite';
import { propertiesIn, pruneStyles, withoutOverridden, type PageElement } from './prune-styles.ts';

/** Makes the function that shrinks one page after the other; pages of the same structure share the work. */
export function pageShrinker(scripts: readonly string[]): (html: string) => string {
  const scripted = new Set(scripts.flatMap(namesInScript));
  const known = new Map<string, PrunedStyles>();
  // By the text itself: pages of one template have the same.
  const effective = new Map<string, string>();
  return (html) => {
    const { tags, styles, structure, ...markup } = readPage(html);
    const pruned = styles.map(({ from, to }) => {
      const css = html.slice(from, to);
      // A hash: at ten thousand pages the texts themselves would fill the memory.
      const key = createHash('sha256').update(css).update(structure).digest('base64');
      const effectiveCss = effective.get(css) ?? withoutOverridden(css);
      effective.set(css, effectiveCss);
      const result =
        known.get(key) ?? withShortNames(pruneStyles(effectiveCss, { ...markup, scripted }));
      known.set(key, result);
      return { from, to, ...result };
    });
    const shortNames = new Map(pruned.flatMap(({ shortNames }) => [...shortNames]));
    const edits = [
      ...pruned.map(({ from, to, css }) => ({ from, to, text: css })),
      ...tags.map(({ from, to }) => ({
        from,
        to,
        text: shrinkTag(html.slice(from, to), shortNames),
      })),
    ];
    return applied(html, edits);
  };
}

/**
 * Names of tags, classes, ids and attributes that a script may add or look for: the words of its short
 * string literals, and what it reads of `dataset`.
 */
export function namesInScript(script: string): string[] {
  const names: string[] = [];
  new Visitor({
    Literal({ value }) {
      if (typeof value === 'string') names.push(...namesInText(value));
    },
    TemplateElement({ value }) {
      names.push(...namesInText(value.raw));
    },
    MemberExpression({ object, property }) {
      if (object.type === 'MemberExpression' && nameOf(object.property) === 'dataset')
        names.push(`data-${nameOf(property).replace(/[A-Z]/g, '-$&').toLowerCase()}`);
    },
  }).visit(parseSync('page.js', script).program);
  return names;
}

/** Longer texts are sentences or data. */
const LONGEST_SELECTOR = 80;

const namesInText = (text: string): string[] =>
  text.length > LONGEST_SELECTOR || /[A-Z][a-z]+ /.test(text) ? [] : (text.match(/[\w-]+/g) ?? []);

/** The name of a property, `a` in both `x.a` and `x['a']`; none where it is computed. */
function nameOf(property: ESTree.Node): string {
  if (property.type === 'Identifier') return property.name;
  if (property.type === 'TemplateLiteral') return property.quasis[0]?.value.raw ?? '';
  return property.type === 'Literal' ? String(property.value) : '';
}

type Place = { readonly from: number; readonly to: number };

/** Where the tags and the styles of a page stand, and what its styles can match. */
function readPage(html: string) {
  const tags: Place[] = [];
  const styles: Place[] = [];
  const properties = new Set<string>();
  const elements = new Map<string, PageElement>();
  const open: { key: string; element: PageElement }[] = [];
  let styleFrom = 0;
  const parser = new Parser({
    onopentag(tag, attributes) {
      tags.push({ from: parser.startIndex, to: parser.endIndex + 1 });
      if (tag === 'style') styleFrom = parser.endIndex + 1;
      for (const value of Object.values(attributes))
        for (const property of propertiesIn(value)) properties.add(property);
      const { id, class: classes = '' } = attributes;
      const names = Object.keys(attributes);
      const parent = open.at(-1);
      // Siblings that look the same are one: a long list costs no more than a short one.
      const key = `${parent?.key ?? ''}>${tag}#${id ?? ''}.${classes}[${names.join()}]`;
      const element = elements.get(key) ?? {
        tag,
        id,
        classes: new Set(classes.split(/\s+/)),
        attributes: new Set(names),
        parent: parent?.element ?? null,
      };
      elements.set(key, element);
      open.push({ key, element });
    },
    onclosetag(tag) {
      if (tag === 'style') styles.push({ from: styleFrom, to: parser.startIndex });
      open.pop();
    },
  });
  parser.end(html);
  return {
    tags,
    styles,
    elements: [...elements.values()],
    properties,
    structure: [...elements.keys(), ...properties].join('\n'),
  };
}

type PrunedStyles = {
  readonly css: string;
  /** Names that Astro gives to the styles of a component, with the short ones they have on the page. */
  readonly shortNames: ReadonlyMap<string, string>;
};

const SCOPE = /(?<=\.)astro-[a-z\d]+/g;

function withShortNames(css: string): PrunedStyles {
  const scopes = [...new Set(css.match(SCOPE))];
  const shortNames = new Map(scopes.map((scope, index) => [scope, `_${index.toString(36)}`]));
  return { css: css.replace(SCOPE, (scope) => shortNames.get(scope) ?? scope), shortNames };
}

/** The tag without marks for the index, and with only those names of component styles that have any. */
function shrinkTag(tag: string, shortNames: ReadonlyMap<string, string>): string {
  const meta = / data-pagefind-meta="([^"]*)"/.exec(tag)?.[1] ?? '';
  const forIndex = [...meta.matchAll(/\[(data-[\w-]+)\]/g)].flatMap(([, name]) => name ?? []);
  return tag
    .replace(/ (data-[\w-]+)(?:="[^"]*")?/g, (attribute, name: string) =>
      name.startsWith('data-pagefind-') || forIndex.includes(name) ? '' : attribute,
    )
    .replace(/ class="([^"]*)"/, (_, value: string) => {
      const classes = value
        .split(/\s+/)
        .flatMap((name) => (name.startsWith('astro-') ? (shortNames.get(name) ?? []) : name))
        .filter((name) => name !== '');
      return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
    });
}

function applied(text: string, edits: readonly (Place & { readonly text: string })[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, text: replacement } of [...edits].sort((a, b) => a.from - b.from)) {
    result += text.slice(at, from) + replacement;
    at = to;
  }
  return result + text.slice(at);
}
