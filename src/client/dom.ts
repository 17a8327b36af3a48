/** The two things every script here does with the page: find what must be there, and make nodes from text. */

/**
 * The element of that type, which the page's own markup promises.
 * @throws Error when it is missing
 */
export function find<E extends Element>(root: ParentNode, selector: string, type: new () => E): E {
  const node = root.querySelector(selector);
  if (!(node instanceof type)) throw new Error(`The page lacks ${selector}.`);
  return node;
}

/** A new element; strings among the children become text, never markup. */
export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[T] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}
