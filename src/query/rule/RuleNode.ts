/** A rule as it is written; nothing is known of its columns yet. `at` is where a part begins in the text, from 0. */
export type RuleNode =
  | { readonly kind: 'literal'; readonly at: number; readonly value: LiteralValue; readonly raw: string }
  | { readonly kind: 'column'; readonly at: number; readonly name: string }
  | { readonly kind: 'not' | 'negative'; readonly at: number; readonly of: RuleNode }
  | { readonly kind: 'logic'; readonly at: number; readonly op: LogicOperator; readonly sides: Pair }
  | { readonly kind: 'compare'; readonly at: number; readonly op: Comparator; readonly sides: Pair }
  | { readonly kind: 'arithmetic'; readonly at: number; readonly op: ArithmeticOperator; readonly sides: Pair }
  | { readonly kind: 'among'; readonly at: number; readonly of: RuleNode; readonly values: readonly RuleNode[] }
  | { readonly kind: 'null'; readonly at: number; readonly of: RuleNode }
  | { readonly kind: 'call'; readonly at: number; readonly name: RuleFunction; readonly of: RuleNode };

export type Pair = readonly [left: RuleNode, right: RuleNode];
export type LiteralValue = number | string | boolean | null;
export type LogicOperator = 'and' | 'or' | 'implies';
export type Comparator = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

export const RULE_FUNCTIONS = ['abs', 'length', 'lower'] as const;
export type RuleFunction = (typeof RULE_FUNCTIONS)[number];

/** The parts of a part. */
export function partsOf(node: RuleNode): readonly RuleNode[] {
  if ('sides' in node) {
    return node.sides;
  }
  if (node.kind === 'among') {
    return [node.of, ...node.values];
  }
  return 'of' in node ? [node.of] : [];
}

/** The columns that a rule names, each once, with where it does first. */
export function columnsOf(node: RuleNode): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const visit = (part: RuleNode) => {
    if (part.kind === 'column' && !found.has(part.name)) {
      found.set(part.name, part.at);
    }
    partsOf(part).forEach(visit);
  };
  visit(node);
  return found;
}
