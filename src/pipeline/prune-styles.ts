/**
 * Cuts the styles of a page down to those that it can use. Starlight brings the styles of everything it
 * can do to every page, and they would be two thirds of what a reader waits for. Two libraries were
 * tried: PurgeCSS loses rules with nested `:not(:where(…))`, Beasties keeps all of them.
 */
import {
  transform,
  type Declaration,
  type Selector,
  type SelectorComponent,
  type Visitor,
} from 'lightningcss';

export type PageElement = {
  readonly tag: string;
  readonly id: string | undefined;
  readonly classes: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  readonly parent: PageElement | null;
};

/** What the styles of a page are held against. */
export type StyledPage = {
  readonly elements: readonly PageElement[];
  /** Tags, classes, ids and attributes that scripts may add or look for, anywhere. */
  readonly scripted: ReadonlySet<string>;
  /** Custom properties, such as `--sl-icon-size`, that attributes of the markup read. */
  readonly properties: ReadonlySet<string>;
};

/**
 * Makes the function that gives the styles without selectors that can match nothing on a page, and
 * without custom properties that nothing reads. What is in doubt stays: states such as `:hover`, values
 * of attributes, the order of siblings, and every name that a script speaks of. Pages on which the same
 * selectors can match share the work.
 * @throws Error on styles that are no CSS
 */
export function stylesPruner(css: string): (page: StyledPage) => string {
  const selectors = selectorsIn(css);
  const bySelectors = new Map<string, string>();
  const byProperties = new Map<string, string>();

  function withSelectors(isPossible: (selector: Selector) => boolean): string {
    const key = selectors.map((selector) => Number(isPossible(selector))).join('');
    const pruned =
      bySelectors.get(key) ??
      // A rule goes with the last of its selectors.
      minified(css, {
        Selector: (selector) =>
          isPossible(selector) && !isBackdropOfAll(selector)
            ? selector.flatMap((component) => withoutVain(component, isPossible))
            : [],
      });
    bySelectors.set(key, pruned);
    return pruned;
  }

  return (page) => {
    const pruned = withSelectors(createMatcher(page));
    const read = propertiesRead(pruned, page.properties);
    const key = `${[...read].sort().join()}\n${pruned}`;
    const whole =
      byProperties.get(key) ??
      minified(pruned, {
        // Properties that the parser does not know are "custom" to it as well.
        Declaration: {
          custom: ({ name }) => (!name.startsWith('--') || read.has(name) ? undefined : []),
        },
      });
    byProperties.set(key, whole);
    return whole;
  };
}

/** Every selector of styles, and every one that stands in a `:not()`. */
function selectorsIn(css: string): Selector[] {
  const found: Selector[] = [];
  minified(css, {
    Selector: (selector) => {
      found.push(selector);
      for (const component of selector)
        if (component.type === 'pseudo-class' && component.kind === 'not')
          found.push(...component.selectors);
    },
  });
  return found;
}

/**
 * `:not(:where(.x))` on a page without `.x` excludes nothing, and weighs nothing: Starlight ends most of
 * its selectors so.
 */
function withoutVain(
  component: SelectorComponent,
  isPossible: (selector: Selector) => boolean,
): SelectorComponent[] {
  if (component.type !== 'pseudo-class' || component.kind !== 'not') return [component];
  const selectors = component.selectors.filter(
    (selector) =>
      selector.length > 1 ||
      selector[0]?.type !== 'pseudo-class' ||
      selector[0].kind !== 'where' ||
      isPossible(selector),
  );
  return selectors.length === 0 ? [] : [{ ...component, selectors }];
}

/** What the selectors of styles name, and so what decides about them: everything else on a page is the same to them. */
export type StyleNames = {
  readonly tags: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
};

/** @throws Error on styles that are no CSS */
export function namesInStyles(css: string): StyleNames {
  const names = {
    tags: new Set<string>(),
    ids: new Set<string>(),
    classes: new Set<string>(),
    attributes: new Set<string>(),
  };
  const collect = (component: SelectorComponent): void => {
    if (component.type === 'type') names.tags.add(component.name);
    if (component.type === 'id') names.ids.add(component.name);
    if (component.type === 'class') names.classes.add(component.name);
    if (component.type === 'attribute') names.attributes.add(component.name);
    const inner =
      component.type === 'pseudo-class' && ['is', 'where', 'has', 'not'].includes(component.kind);
    if (inner && 'selectors' in component)
      for (const selector of component.selectors ?? []) [selector].flat().forEach(collect);
  };
  minified(css, { Selector: (selector) => selector.forEach(collect) });
  return names;
}

/**
 * Starlight gives its colours to every `::backdrop` as well, which browsers then work out for each
 * element. A backdrop inherits from its dialog.
 * @see https://drafts.csswg.org/css-position-4/#backdrop
 */
function isBackdropOfAll(selector: Selector): boolean {
  const [component, ...others] = compoundsOf(selector).at(-1)?.components ?? [];
  return (
    component?.type === 'pseudo-element' && component.kind === 'backdrop' && others.length === 0
  );
}

/**
 * The styles without custom properties that a layer gives to the root in vain: what the root is given
 * outside of all layers and conditions wins over every layer.
 * @throws Error on styles that are no CSS
 */
export function withoutOverridden(css: string): string {
  const given = new Set<string>();
  minified(css, {
    StyleSheet: ({ rules }) => {
      for (const rule of rules)
        if (rule.type === 'style' && rule.value.selectors.every(isRootAlone))
          for (const name of customNames(rule.value.declarations?.declarations)) given.add(name);
    },
  });
  let layers = 0;
  let overridden: readonly string[] = [];
  return minified(css, {
    Rule: (rule) => {
      if (rule.type === 'layer-block') layers += 1;
      if (rule.type !== 'style') return;
      const { selectors, declarations } = rule.value;
      const important = customNames(declarations?.importantDeclarations);
      overridden =
        layers > 0 && selectors.every((each) => isOfRoot(each) || isBackdropOfAll(each))
          ? customNames(declarations?.declarations).filter(
              (name) => given.has(name) && !important.includes(name),
            )
          : [];
    },
    RuleExit: ({ type }) => {
      if (type === 'layer-block') layers -= 1;
    },
    Declaration: { custom: ({ name }) => (overridden.includes(name) ? [] : undefined) },
  });
}

const customNames = (declarations: readonly Declaration[] | undefined): string[] =>
  (declarations ?? []).flatMap((declaration) =>
    declaration.property === 'custom' ? declaration.value.name : [],
  );

const isRoot = (component: SelectorComponent): boolean =>
  component.type === 'pseudo-class' && component.kind === 'root';

const isRootAlone = (selector: Selector): boolean => selector.every(isRoot);

/** A pseudo-element of the root is not the root. */
const isOfRoot = (selector: Selector): boolean => {
  const components = compoundsOf(selector).at(-1)?.components ?? [];
  return components.some(isRoot) && !components.some(({ type }) => type === 'pseudo-element');
};

/**
 * Minified styles, with what a visitor makes of them.
 * @throws Error on styles that are no CSS
 */
export function minified(css: string, visitor: Visitor<never>): string {
  const { code } = transform({
    filename: 'page.css',
    code: Buffer.from(css),
    minify: true,
    visitor,
  });
  return Buffer.from(code).toString('utf8');
}

/** A part of a selector between two combinators, with the combinator before it. */
type Compound = {
  readonly after: string | null;
  readonly components: readonly SelectorComponent[];
};

function compoundsOf(selector: Selector): Compound[] {
  const compounds: { after: string | null; components: SelectorComponent[] }[] = [
    { after: null, components: [] },
  ];
  for (const component of selector)
    if (component.type === 'combinator') compounds.push({ after: component.value, components: [] });
    else compounds.at(-1)?.components.push(component);
  return compounds;
}

/** What a part of a selector can match: elements of the page, or one that a script adds somewhere. */
type Matches = { readonly elements: ReadonlySet<PageElement>; readonly added: boolean };

/** Says what selectors can match on one page. Each is worked out once. */
function createMatcher({ elements, scripted }: StyledPage) {
  const known = new WeakMap<Selector, Matches>();
  const byTag = Map.groupBy(elements, ({ tag }) => tag);
  const byId = Map.groupBy(elements, ({ id }) => id);
  const byClass = elementsByName(elements, 'classes');
  const byAttribute = elementsByName(elements, 'attributes');

  /** Elements that have what a component names; all of them where it names nothing, or what a script may add. */
  function named(component: SelectorComponent): readonly PageElement[] {
    switch (component.type) {
      case 'type':
        return byTag.get(component.name) ?? [];
      case 'class':
        return scripted.has(component.name) ? elements : (byClass.get(component.name) ?? []);
      case 'id':
        return scripted.has(component.name) ? elements : (byId.get(component.name) ?? []);
      case 'attribute':
        return scripted.has(component.name) ? elements : (byAttribute.get(component.name) ?? []);
      default:
        return elements;
    }
  }

  /** @param element null is one that a script adds */
  function fits(element: PageElement | null, component: SelectorComponent): boolean {
    switch (component.type) {
      case 'type':
        return element === null ? scripted.has(component.name) : element.tag === component.name;
      case 'class':
        return (element?.classes.has(component.name) ?? false) || scripted.has(component.name);
      case 'id':
        return element?.id === component.name || scripted.has(component.name);
      case 'attribute':
        return (element?.attributes.has(component.name) ?? false) || scripted.has(component.name);
      case 'pseudo-class':
        switch (component.kind) {
          case 'is':
          case 'where':
            return component.selectors.some((selector) => {
              const matches = matchesOf(selector);
              return element === null ? matches.added : matches.elements.has(element);
            });
          case 'has':
            return component.selectors.some(isPossible);
          default:
            return true;
        }
      default:
        return true;
    }
  }

  /** What the last compound can match, from the first one on: each narrows what comes after it. */
  function matchesOf(selector: Selector): Matches {
    const found = known.get(selector);
    if (found) return found;
    const matches = compoundsOf(selector).reduce<Matches | null>(
      (before, { after, components }) => {
        const fitting = components
          .map(named)
          .reduce((fewest, some) => (some.length < fewest.length ? some : fewest), elements)
          .filter(
            (element) =>
              components.every((component) => fits(element, component)) &&
              (before === null || canStand(element, after, before)),
          );
        return {
          elements: new Set(fitting),
          added:
            components.every((component) => fits(null, component)) &&
            (before === null || before.added || before.elements.size > 0),
        };
      },
      null,
    );
    const last = matches ?? { elements: new Set(elements), added: true };
    known.set(selector, last);
    return last;
  }

  function isPossible(selector: Selector): boolean {
    const { added, elements: matched } = matchesOf(selector);
    return added || matched.size > 0;
  }
  return isPossible;
}

/** The elements by the names of their classes, or of their attributes. */
function elementsByName(
  elements: readonly PageElement[],
  kind: 'classes' | 'attributes',
): ReadonlyMap<string, readonly PageElement[]> {
  const byName = new Map<string, PageElement[]>();
  for (const element of elements)
    for (const name of element[kind]) {
      const others = byName.get(name);
      if (others) others.push(element);
      else byName.set(name, [element]);
    }
  return byName;
}

/** Whether an element can stand where a combinator puts it: inside what is before, or anywhere beside it. */
function canStand(element: PageElement, combinator: string | null, before: Matches): boolean {
  if (before.added) return true;
  if (combinator !== 'descendant' && combinator !== 'child') return before.elements.size > 0;
  for (let { parent } = element; parent !== null; { parent } = parent)
    if (before.elements.has(parent)) return true;
  return false;
}

const DEFINITION = /(?<=[{;])(--[\w-]+):((?:[^;{}"']|"[^"]*"|'[^']*')*)/g;
const READING = /var\((--[\w-]+)/g;

/** The custom properties that minified styles define. */
export const propertiesDefinedIn = (css: string): string[] =>
  [...css.matchAll(DEFINITION)].flatMap(([, name]) => name ?? []);

/** The custom properties that a text reads. */
export const propertiesIn = (text: string): string[] =>
  !text.includes('var(') ? [] : [...text.matchAll(READING)].flatMap(([, name]) => name ?? []);

/** The custom properties that reach a declaration, directly or by way of others. */
function propertiesRead(css: string, alsoRead: ReadonlySet<string>): ReadonlySet<string> {
  const readBy = new Map<string, string[]>();
  for (const [, name = '', value = ''] of css.matchAll(DEFINITION))
    readBy.set(name, [...(readBy.get(name) ?? []), ...propertiesIn(value)]);
  const read = new Set<string>();
  const queue = [...propertiesIn(css.replace(DEFINITION, '')), ...alsoRead];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (read.has(name)) continue;
    read.add(name);
    queue.push(...(readBy.get(name) ?? []));
  }
  return read;
}
