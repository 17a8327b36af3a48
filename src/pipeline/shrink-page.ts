/**
 * Takes from a built page what only the build needed: styles that it cannot use or links twice, the marks
 * for the search index, and the long names of styles. What a reader sees stays as it is.
 */
import { Parser } from 'htmlparser2';
import { parseSync, Visitor, type ESTree } from 'vite';
import { applyEdits, type Place } from './apply-edits.ts';
import {
  minified,
  namesInStyles,
  propertiesDefinedIn,
  propertiesIn,
  stylesPruner,
  withoutOverridden,
  type PageElement,
} from './prune-styles.ts';

/** Starlight's place for links to other sites. We have none, and its styles are for nothing then. */
const EMPTY_ICONS = /<div class="[^"]*\bsocial-icons\b[^"]*">\s*<\/div>/g;

/**
 * Makes the function that shrinks one page after the other; pages of the same structure share the work.
 * @param scripts every script of the site
 * @param linkedStyles the styles that pages load from files, whose custom properties keep their names
 */
export function pageShrinker(
  scripts: readonly string[],
  linkedStyles: readonly string[] = [],
): (html: string) => string {
  const scripted = new Set(scripts.flatMap(namesInScript));
  const shortProperty = propertyNames([...scripts, ...linkedStyles]);
  // By the text itself: pages of one template have the same.
  const pruners = new Map<string, Pruner>();
  return (built) => {
    const html = built.replace(EMPTY_ICONS, '');
    const { tags, repeated, styles, spaces, elements, properties } = readPage(html);
    const shortProperties = new Set([...properties].map(shortProperty));
    const pruned = styles.map(({ from, to }) => {
      const css = html.slice(from, to);
      const prune = pruners.get(css) ?? stylePruner(css, { scripted, shortProperty });
      pruners.set(css, prune);
      return { from, to, ...prune(elements, shortProperties) };
    });
    const shortNames = new Map(pruned.flatMap(({ shortNames }) => [...shortNames]));
    return applyEdits(html, [
      ...pruned.map(({ from, to, css }) => ({ from, to, text: css })),
      ...spaces.map((space) => ({ ...space, text: ' ' })),
      ...repeated.map((link) => ({ ...link, text: '' })),
      ...tags.map(({ from, to }) => ({
        from,
        to,
        text: shrinkTag(html.slice(from, to), { shortNames, shortProperty }),
      })),
    ]);
  };
}

/** Gives each custom property a short name, the same on every page. */
type ShortProperty = (name: string) => string;

/** @param readers texts that may name custom properties, which keep their names then */
function propertyNames(readers: readonly string[]): ShortProperty {
  const kept = new Set(readers.flatMap((text) => text.match(/--[\w-]+/g) ?? []));
  const known = new Map<string, string>();
  let count = 0;
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    let short = name;
    if (!kept.has(name))
      do short = `--${(count++).toString(36)}`;
      while (kept.has(short));
    known.set(name, short);
    return short;
  };
}

type Pruner = (elements: readonly PageElement[], properties: ReadonlySet<string>) => PrunedStyles;

/** What is left of an element when only what the selectors of some styles name counts. */
type Kind = { readonly number: number; readonly element: PageElement };

/**
 * Prunes the same styles for one page after the other. Pages that differ only in what no selector
 * names have the same kinds of elements, and what is left for them is worked out once.
 */
function stylePruner(
  css: string,
  {
    scripted,
    shortProperty,
  }: { readonly scripted: ReadonlySet<string>; readonly shortProperty: ShortProperty },
): Pruner {
  const effective = minified(withoutOverridden(css), { DashedIdent: shortProperty });
  const { tags, ids, classes, attributes } = namesInStyles(effective);
  const defined = new Set(propertiesDefinedIn(effective));
  const prune = stylesPruner(effective);
  const kinds = new Map<string, Kind>();
  const known = new Map<string, PrunedStyles>();

  function kindOf(element: PageElement, parent: Kind | null): Kind {
    const tag = tags.has(element.tag) ? element.tag : '';
    const id = element.id !== undefined && ids.has(element.id) ? element.id : undefined;
    const namedClasses = element.classes.intersection(classes);
    const namedAttributes = element.attributes.intersection(attributes);
    const key = `${parent?.number}>${tag}#${id}.${[...namedClasses].join('.')}[${[...namedAttributes].join()}]`;
    const kind = kinds.get(key) ?? {
      number: kinds.size,
      element: {
        tag,
        id,
        classes: namedClasses,
        attributes: namedAttributes,
        parent: parent?.element ?? null,
      },
    };
    kinds.set(key, kind);
    return kind;
  }

  return (elements, properties) => {
    const kindsOfPage = new Map<PageElement, Kind>();
    for (const element of elements) {
      const parent = element.parent && kindsOfPage.get(element.parent);
      kindsOfPage.set(element, kindOf(element, parent ?? null));
    }
    const distinct = [...new Set(kindsOfPage.values())].sort((a, b) => a.number - b.number);
    const read = properties.intersection(defined);
    const key = [...distinct.map(({ number }) => number), ...[...read].sort()].join();
    const pruned =
      known.get(key) ??
      withShortNames(
        prune({
          elements: distinct.map(({ element }) => element),
          scripted,
          properties: read,
        }),
      );
    known.set(key, pruned);
    return pruned;
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

/** White space in HTML, other than a single space; a space that does not break is text. */
const SPACES = /[ \t\n\r\f]{2,}|[\t\n\r\f]/g;
/** In these white space is more than a gap between words; lines of logs are `code`. */
const VERBATIM = ['pre', 'code', 'textarea', 'script', 'style'];

/** Where the tags, the styles and the wider gaps of a page are, and what its styles can match; parents come before what is in them. */
function readPage(html: string) {
  const tags: Place[] = [];
  const links = new Map<string, Place>();
  const repeated: Place[] = [];
  const styles: Place[] = [];
  const spaces: Place[] = [];
  const properties = new Set<string>();
  const elements = new Map<string, { readonly number: number; readonly element: PageElement }>();
  const open: { readonly number: number; readonly element: PageElement }[] = [];
  let styleFrom = 0;
  let verbatim = 0;
  const parser = new Parser({
    onopentag(tag, attributes) {
      const place = { from: parser.startIndex, to: parser.endIndex + 1 };
      if (tag === 'link' && attributes['rel'] === 'stylesheet') {
        // The browser would look it up twice; the last one wins.
        const key = JSON.stringify(attributes);
        const before = links.get(key);
        if (before) repeated.push(before);
        links.set(key, place);
      } else tags.push(place);
      if (tag === 'style') styleFrom = parser.endIndex + 1;
      if (VERBATIM.includes(tag)) verbatim += 1;
      for (const value of Object.values(attributes))
        for (const property of propertiesIn(value)) properties.add(property);
      const { id, class: classes = '' } = attributes;
      const names = Object.keys(attributes);
      const parent = open.at(-1);
      // Siblings that look the same are one: a long list costs no more than a short one.
      const key = `${parent?.number}>${tag}#${id}.${classes}[${names.join()}]`;
      const known = elements.get(key) ?? {
        number: elements.size,
        element: {
          tag,
          id,
          classes: new Set(classes.split(/\s+/)),
          attributes: new Set(names),
          parent: parent?.element ?? null,
        },
      };
      elements.set(key, known);
      open.push(known);
    },
    ontext() {
      if (verbatim > 0) return;
      const text = html.slice(parser.startIndex, parser.endIndex + 1);
      for (const { index, 0: gap } of text.matchAll(SPACES))
        spaces.push({
          from: parser.startIndex + index,
          to: parser.startIndex + index + gap.length,
        });
    },
    onclosetag(tag) {
      if (tag === 'style') styles.push({ from: styleFrom, to: parser.startIndex });
      if (VERBATIM.includes(tag)) verbatim -= 1;
      open.pop();
    },
  });
  parser.end(html);
  return {
    tags,
    repeated,
    styles,
    spaces,
    elements: [...elements.values()].map(({ element }) => element),
    properties,
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

/** Whether an attribute is there for the search index only. */
export const isIndexMark = (name: string): boolean => name.startsWith('data-pagefind-');

/** A tag without its marks for the search index, and without the attributes that only they name. */
export function withoutIndexMarks(tag: string): string {
  const meta = / data-pagefind-meta="([^"]*)"/.exec(tag)?.[1] ?? '';
  const forIndex = [...meta.matchAll(/\[(data-[\w-]+)\]/g)].flatMap(([, name]) => name ?? []);
  return tag.replace(/ (data-[\w-]+)(?:="[^"]*")?/g, (attribute, name: string) =>
    isIndexMark(name) || forIndex.includes(name) ? '' : attribute,
  );
}

/** What a tag says of styles: its own, and the custom properties that other attributes read. */
const OF_STYLES = / style="[^"]*"|var\(--[\w-]+/g;

/** The tag without marks for the index, with short names, and with only those names of component styles that have any. */
function shrinkTag(
  tag: string,
  {
    shortNames,
    shortProperty,
  }: {
    readonly shortNames: ReadonlyMap<string, string>;
    readonly shortProperty: ShortProperty;
  },
): string {
  const unmarked = tag.includes(' data-pagefind-') ? withoutIndexMarks(tag) : tag;
  const named = unmarked.includes('--')
    ? unmarked.replace(OF_STYLES, (text) => text.replace(/--[\w-]+/g, shortProperty))
    : unmarked;
  if (!named.includes(' class=')) return named;
  return named.replace(/ class="([^"]*)"/, (_, value: string) => {
    const classes = value
      .split(/\s+/)
      .flatMap((name) => (name.startsWith('astro-') ? (shortNames.get(name) ?? []) : name))
      .filter((name) => name !== '');
    return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  });
}
