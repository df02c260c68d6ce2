import { parser } from '@prometheus-io/lezer-promql';

/** A selector of an expression, and how far back its samples are read. */
export interface ReadSelector {
  /** An instant selector, as it was written. */
  readonly series: string;
  /** Milliseconds. */
  readonly range: number;
  readonly offset: number;
  /** Whether its samples are taken for those of a counter. */
  readonly counter: boolean;
}

type Node = ReturnType<ReturnType<typeof parser.parse>['resolve']>;

const COUNTING = new Set(['increase', 'rate', 'irate']);
const UNIT_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
};
const DURATION = /^-?(?:\d+(?:ms|[smhdwy]))+$/;

/**
 * The selectors of an expression that are read over a range, by the grammar that Prometheus publishes. Those at a fixed
 * time (`@`), with a range that is an expression, and those of what the grammar can't read are left out.
 */
export function selectorsIn(expr: string): ReadSelector[] {
  const found = new Map<string, ReadSelector>();
  parser.parse(expr).iterate({
    enter: ({ node, name }) => {
      const selector = name === 'VectorSelector' ? readSelector(expr, node) : null;
      if (selector !== null) {
        found.set(JSON.stringify(selector), selector);
      }
    },
  });
  return [...found.values()];
}

function readSelector(expr: string, selector: Node): ReadSelector | null {
  const textOf = ({ from, to }: Node) => expr.slice(from, to);
  let range = 0;
  let offset = 0;
  let counter = false;
  for (let node: Node | null = selector.parent; node !== null; node = node.parent) {
    switch (node.name) {
      case 'MatrixSelector':
        range += lastDuration(node, textOf) ?? NaN;
        counter = COUNTING.has(functionAround(node, textOf));
        break;
      case 'SubqueryExpr':
        range += firstDuration(node, textOf) ?? NaN;
        break;
      case 'OffsetExpr':
        offset += lastDuration(node, textOf) ?? NaN;
        break;
      case 'StepInvariantExpr':
        return null;
    }
  }
  return range > 0 && offset >= 0 ? { series: textOf(selector), range, offset, counter } : null;
}

function functionAround(node: Node, textOf: (node: Node) => string): string {
  let around = node.parent;
  while (around !== null && around.name !== 'FunctionCall') {
    around = around.parent;
  }
  const name = around?.getChild('FunctionIdentifier') ?? null;
  return name === null ? '' : textOf(name);
}

function durations(node: Node, textOf: (node: Node) => string): Array<number | null> {
  const parts: Array<number | null> = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (/Duration/.test(child.name)) {
      parts.push(readDuration(textOf(child)));
    }
  }
  return parts;
}

function lastDuration(node: Node, textOf: (node: Node) => string): number | null {
  return durations(node, textOf).at(-1) ?? null;
}

function firstDuration(node: Node, textOf: (node: Node) => string): number | null {
  return durations(node, textOf)[0] ?? null;
}

/** As PromQL writes it: `1h30m`, or seconds. */
function readDuration(text: string): number | null {
  if (/^-?\d+(\.\d+)?$/.test(text)) {
    return Number(text) * 1000;
  }
  if (!DURATION.test(text)) {
    return null;
  }
  const total = [...text.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * UNIT_MS[unit],
    0
  );
  return text.startsWith('-') ? -total : total;
}
