import { parseSampleValue } from '../client/parseSampleValue';
import { parseSelector } from '../promql/parseSelector';
import { selectorsIn } from '../promql/selectorsIn';
import { type MetricQuery, type NamedMetric, WINDOW_PLACEHOLDER } from './MetricQuery';

/** A histogram whose buckets a feature reads. */
export interface ReadBuckets {
  /** Where only one bound is read. */
  readonly le?: number;
  /** Tells apart those of an expression; empty for a metric's own. */
  readonly part: string;
  readonly of: NamedMetric;
}

const BUCKETS = /_bucket$/;
const BY_BOUND = /(?:^|,)\s*le\s*(=~|!~|!=|=)\s*"((?:[^"\\]|\\.)*)"\s*/g;

/** The histograms whose classic buckets a feature reads over its windows: of an expression those in its selectors. */
export function bucketsOf(query: MetricQuery): ReadBuckets[] {
  if (query.kind === 'metric') {
    return [{ part: '', of: query }];
  }
  if (!query.windowed || query.feature.label !== undefined) {
    return [];
  }
  const { feature, index } = query;
  return selectorsIn(query.expr.replaceAll(WINDOW_PLACEHOLDER, '1h')).flatMap(({ series }, i): ReadBuckets[] => {
    const selector = parseSelector(series);
    if (selector === null || !BUCKETS.test(selector.metric)) {
      return [];
    }
    const le = boundOf(selector.matchers);
    const matchers = selector.matchers.replace(BY_BOUND, '').replace(/^,/, '');
    const metric = selector.metric.replace(BUCKETS, '');
    // The bucket +Inf is in all series, or its absence is told by the total.
    return le === Infinity ? [] : [{ part: String(i), of: { kind: 'metric', feature, index, metric, matchers }, le }];
  });
}

function boundOf(matchers: string): number | undefined {
  const equal = [...matchers.matchAll(BY_BOUND)].find(([, operator]) => operator === '=');
  return equal === undefined ? undefined : parseSampleValue(equal[2]);
}
