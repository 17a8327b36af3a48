/** Rules on addresses: what was published stays, and no two pages want the same one. */
import { publishedPages } from '../addresses.ts';
import { isNumber } from '../code-id.ts';
import { codePath, guidePath } from '../paths.ts';
import { fileOf, type Problem, type Rule } from './problem.ts';

const LIST = 'content/addresses.txt';

export const everyPageHasItsAddress: Rule = {
  name: 'every page has its line among the addresses, and every line its page',
  why: 'Error messages in shipped apps print these addresses, so none may go.',
  check: (content) => {
    const pages = publishedPages(content);
    const built = new Set(pages.map(({ address }) => address));
    const listed = new Set(content.addresses.flatMap(({ addresses }) => addresses));
    return [
      ...[...new Map(pages.map((page) => [page.address, page])).values()]
        .filter(({ address, draft }) => !draft && !listed.has(address))
        .map(({ address, file }) => ({
          file: LIST,
          field: '',
          message: `has no line for ${address}, the page of ${file}.`,
          fix: `append the line ${address}`,
        })),
      ...content.addresses.flatMap(({ line, text, addresses }): Problem[] => {
        if (addresses.length === 0)
          return [
            {
              file: LIST,
              field: `line ${line}`,
              message: `"${text}" is no address.`,
              fix: 'write a path such as /codes/7014, or /codes/{100..599} for a span of numbers.',
            },
          ];
        const [gone, ...others] = addresses.filter(
          (address) => isOfContent(address) && !built.has(address),
        );
        if (gone === undefined) return [];
        const more = others.length === 0 ? '' : ` and for ${others.length} more`;
        return [
          {
            file: LIST,
            field: `line ${line}`,
            message: `there is no page for ${gone}${more}.`,
            fix: 'restore the entry; take the line out only if it was never published.',
          },
        ];
      }),
    ];
  },
};

/** Whether a page at the address is made from the content; the others are routes of their own. */
function isOfContent(address: string): boolean {
  const path = address.replace(/^\/[a-z]{2,3}-[a-z]{2,4}(?=\/)/, '');
  return path.startsWith(codePath('')) || path.startsWith(guidePath(''));
}

export const addressesAreUnique: Rule = {
  name: 'no two pages have the same address',
  why: 'One of them would be lost.',
  check: (content) => {
    const first = new Map<string, string>();
    return [
      ...publishedPages(content).flatMap(({ address, file }): Problem[] => {
        const other = first.get(address);
        first.set(address, other ?? file);
        return other === undefined
          ? []
          : [
              {
                file,
                field: '',
                message: `wants the address ${address}, which ${other} has.`,
                fix: 'give one of the two another name.',
              },
            ];
      }),
      ...doubledLines(content.addresses),
    ];
  },
};

function doubledLines(lines: Parameters<Rule['check']>[0]['addresses']): Problem[] {
  const first = new Map<string, number>();
  return lines.flatMap(({ line, addresses }) => {
    const twice = addresses.find((address) => first.has(address));
    for (const address of addresses) if (!first.has(address)) first.set(address, line);
    return twice === undefined
      ? []
      : [
          {
            file: LIST,
            field: `line ${line}`,
            message: `${twice} is in line ${first.get(twice)} already.`,
            fix: 'remove the later of the two lines.',
          },
        ];
  });
}

/** Lower-case words and numbers, separated by single hyphens. */
const PLAIN_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const namesAreAddresses: Rule = {
  name: 'names of ranges, classes and guides are plain',
  why: 'Each is the last part of an address, and a number there is the page of the number.',
  check: ({ meanings, classes, guides }) => [
    ...meanings
      .filter(({ kind }) => kind === 'range')
      .flatMap(({ id, code }) => nameProblems(fileOf(id), '', code)),
    ...classes.flatMap(({ id }) => nameProblems('content/classes.yaml', id, id)),
    ...guides.flatMap(({ id }) => nameProblems(`src/content/docs/guides/${id}.mdx`, '', id)),
  ],
};

function nameProblems(file: string, field: string, name: string): Problem[] {
  if (isNumber(name))
    return [
      {
        file,
        field,
        message: `"${name}" is a number, and its page is that of the number.`,
        fix: 'name it in words, such as http-4xx.',
      },
    ];
  return PLAIN_NAME.test(name)
    ? []
    : [
        {
          file,
          field,
          message: `"${name}" is no plain name.`,
          fix: 'use lower case, digits and single hyphens.',
        },
      ];
}
