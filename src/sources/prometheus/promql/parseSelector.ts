/** A metric and its matchers. */
export interface PlainSelector {
  readonly metric: string;
  readonly matchers: string;
}

const SELECTOR = /^\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\s*(?:\{((?:[^{}"]|"(?:[^"\\]|\\.)*")*)\})?\s*$/;
/** Words that PromQL reads as something else than a metric where they stand alone. */
const NOT_METRICS = new Set(['nan', 'inf']);

/** PromQL that is no more than a metric with matchers; null for anything else. */
export function parseSelector(expr: string): PlainSelector | null {
  const match = SELECTOR.exec(expr);
  return match && !NOT_METRICS.has(match[1].toLowerCase()) ? { metric: match[1], matchers: match[2] ?? '' } : null;
}
