import { formatDuration } from '../../../query/duration';
import type { RecognizedMetric } from '../metric/MetricKind';
import { type NamedMetric, seriesOf, WINDOW_PLACEHOLDER } from '../metric/MetricQuery';
import { escapeRegex, quote } from '../promql/quote';
import { type ReadSelector, selectorsIn } from '../promql/selectorsIn';
import type { HeldSelector } from './HeldSelector';

/** The series by which it is told what the windows hold of a metric: of a histogram those that count all its values. */
export function selectorsOf(
  { query, kind, countedBy, whole, replicas }: RecognizedMetric,
  window: number
): HeldSelector[] {
  if (query.kind === 'expression') {
    return kind === 'windowed' ? readOver(query.expr, window, String(query.index)) : [];
  }
  const held = (series: string, counter = true): HeldSelector[] => [
    { id: String(query.index), series, range: window, offset: 0, counter, replicas: replicas ?? [] },
  ];
  switch (kind === 'counter' && countedBy !== 'itself' ? countedBy : kind) {
    case 'classic':
      return held(whole === 'bucket' ? seriesOf(query, '_bucket', 'le="+Inf"') : seriesOf(query, '_count'));
    case 'both':
      return held(seriesOf({ ...query, metric: '' }, '', eitherKind(query)), false);
    case 'native':
      return held(seriesOf(query), false);
    case 'counter':
      return held(seriesOf(query));
    case 'summary':
    case 'vmrange':
      return held(seriesOf(query, '_count'));
    default:
      return [];
  }
}

function eitherKind({ metric }: NamedMetric): string {
  return `__name__=~${quote(`${escapeRegex(metric)}(_bucket)?`)},le=~"[+]Inf|"`;
}

/** Of an expression: the selectors that are read over about a window or longer. */
export function readOver(expr: string, window: number, id: string): HeldSelector[] {
  const isLong = ({ range }: ReadSelector) => range >= window / 2;
  return selectorsIn(expr.replaceAll(WINDOW_PLACEHOLDER, formatDuration(window)))
    .filter(isLong)
    .map((selector, i) => ({ ...selector, id: `${id}/${i}` }));
}
