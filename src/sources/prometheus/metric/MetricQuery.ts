import type { Selection } from '../../../query/selection';
import { SourceError } from '../../SourceError';
import type { TypedFeature } from '../../Source';
import { cleanMatchers, labelName, selector } from '../promql/names';
import { parseSelector } from '../promql/parseSelector';

/** What a free expression writes where the window's length belongs, as in `increase(x_bucket[$__window])`. */
export const WINDOW_PLACEHOLDER = '$__window';

/** A feature as PromQL can ask for it. */
export type MetricQuery = NamedMetric | FreeExpression;

interface Asked {
  readonly feature: TypedFeature;
  /** Its place among the request's features; names it in a union of expressions. */
  readonly index: number;
}

/** A metric by name and matchers; what it is, a histogram or a gauge, the store tells. */
export interface NamedMetric extends Asked {
  readonly kind: 'metric';
  /** Without `_bucket`. */
  readonly metric: string;
  readonly matchers: string;
}

export interface FreeExpression extends Asked {
  readonly kind: 'expression';
  readonly expr: string;
  /** With the placeholder it yields a distribution for each window, without it one value at each moment. */
  readonly windowed: boolean;
}

/** Throws a SourceError where free PromQL stands beside matchers, which can't be put into it. */
export function metricQuery(feature: TypedFeature, index: number, selection: Pick<Selection, 'matchers'>): MetricQuery {
  const matchers = [selection.matchers, feature.matchers]
    .map(cleanMatchers)
    .filter((text) => text !== '')
    .join(',');
  const plain = feature.expr === undefined ? null : parseSelector(feature.expr);
  if (feature.expr === undefined || plain !== null) {
    const own = plain === null ? matchers : [matchers, cleanMatchers(plain.matchers)].filter((m) => m !== '').join(',');
    const metric = (plain?.metric ?? feature.metric ?? feature.field ?? feature.name).replace(/_bucket$/, '');
    return { kind: 'metric', feature, index, metric, matchers: own };
  }
  if (matchers !== '') {
    throw new SourceError(
      `The feature "${feature.name}" is free PromQL, into which the matchers ${matchers} can't be put: write them into its expression.`,
      { status: 400, side: 'plugin' }
    );
  }
  const windowed = feature.expr.includes(WINDOW_PLACEHOLDER);
  return { kind: 'expression', feature, index, expr: feature.expr, windowed };
}

/** The selector of a metric's series, or of those with a suffix such as `_bucket`. */
export function seriesOf({ metric, matchers }: NamedMetric, suffix = '', extra = ''): string {
  return selector(`${metric}${suffix}`, [matchers, extra]);
}

/** ` by (a,b)`, or nothing where there is nothing to tell apart. */
export function by(labels: readonly string[]): string {
  return labels.length === 0 ? '' : ` by (${labels.map(labelName).join(',')})`;
}
