/** Small faults that a test should notice, made from the syntax tree of a file. */
import { createHash } from 'node:crypto';
import ts from 'typescript';

/** One fault: what stands from `from` to `to` is replaced. */
export type Mutant = {
  /** Below the root of the project, with `/`. */
  readonly file: string;
  readonly line: number;
  /** What that line holds, without the blanks around it. */
  readonly code: string;
  readonly from: number;
  readonly to: number;
  readonly original: string;
  readonly replacement: string;
};

/** What stands in the place of an operator. */
const OPERATORS: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '&&': '||',
  '||': '&&',
  '??': '&&',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
};

/** What a part of a pattern becomes; each is tried where it stands for the first time. */
const IN_PATTERNS: readonly (readonly [part: RegExp, replacement: string])[] = [
  [/\(\?!/, '(?='],
  [/\(\?=/, '(?!'],
  [/\(\?<!/, '(?<='],
  [/\(\?<=/, '(?<!'],
  [/(?<=[\w\])])\+/, '*'],
  [/(?<=[\w\])])\*/, '+'],
  [/\{(?<least>\d+),/, '{1$<least>,'],
  [/^\/\^/, '/'],
  [/\$(?=\/[a-z]*$)/, ''],
  [/\\b/, ''],
];

/**
 * Every mutant of a file that still is TypeScript.
 * @param file its path below the root
 * @param text what it holds
 */
export function mutantsOf(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lines = text.split('\n');
  const mutants: Mutant[] = [];
  const add = (node: ts.Node, replacement: string): void => {
    const from = node.getStart(source);
    const original = text.slice(from, node.end);
    const { line } = source.getLineAndCharacterOfPosition(from);
    const code = lines[line]?.trim() ?? '';
    mutants.push({ file, line: line + 1, code, from, to: node.end, original, replacement });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isTypeAliasDeclaration(node))
      return;
    if (ts.isBinaryExpression(node)) {
      const replacement = OPERATORS[node.operatorToken.getText(source)];
      if (replacement !== undefined) add(node.operatorToken, replacement);
    } else if (ts.isPrefixUnaryExpression(node)) {
      if (node.operator === ts.SyntaxKind.ExclamationToken) add(node, node.operand.getText(source));
    } else if (ts.isConditionalExpression(node) || ts.isIfStatement(node)) {
      const condition = ts.isIfStatement(node) ? node.expression : node.condition;
      add(condition, `!(${condition.getText(source)})`);
    } else if (ts.isNumericLiteral(node)) add(node, String(Number(node.text) + 1));
    else if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, 'false');
    else if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, 'true');
    else if (ts.isRegularExpressionLiteral(node)) {
      const flags = node.text.slice(node.text.lastIndexOf('/') + 1);
      if (flags.includes('i'))
        add(node, node.text.slice(0, -flags.length) + flags.replace('i', ''));
      for (const [part, replacement] of IN_PATTERNS) {
        const mutated = node.text.replace(part, replacement);
        if (mutated !== node.text && isPattern(mutated)) add(node, mutated);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants;
}

function isPattern(literal: string): boolean {
  const end = literal.lastIndexOf('/');
  try {
    new RegExp(literal.slice(1, end), literal.slice(end + 1));
    return true;
  } catch {
    return false;
  }
}

/**
 * As many mutants as asked for, in an order that only looks like chance: each has its place by what its
 * line holds, so that a change of one line does not change which faults of all other lines are taken.
 */
export function sample(mutants: readonly Mutant[], count: number): Mutant[] {
  const placeOf = ({ file, code, original, replacement }: Mutant): string =>
    createHash('sha256').update([file, code, original, replacement].join('\n')).digest('hex');
  return mutants
    .map((mutant) => ({ mutant, place: placeOf(mutant) }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}
