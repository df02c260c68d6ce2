import { formatDuration, isDuration, parseDuration } from '../../../query/duration';
import { lookingStep } from '../held/lookingStep';
import { onceOf } from '../promql/onceOf';
import type { Arm } from '../promql/union';
import type { RecognizedMetric } from '../metric/MetricKind';
import { by, seriesOf, WINDOW_PLACEHOLDER, type NamedMetric } from '../metric/MetricQuery';

/** What the results of an arm are. */
export type Part =
  'counts' | 'native' | 'quantiles' | 'observations' | 'sum' | 'entered' | 'classicLooks' | 'nativeLooks' | 'bothLooks';

/**
 * The expressions whose values at a window's end are that window's distribution. `increase` sees through counter resets
 * and, in Prometheus itself, extrapolates to the window's ends: docs/prometheus.md says what that means.
 */
export function countingArms(metric: RecognizedMetric, segmentBy: readonly string[], window: string): Arm[] {
  const { query } = metric;
  const arm = (part: Part, expr: string): Arm => ({ id: `${query.index}:${part}`, expr });
  if (query.kind === 'expression') {
    const labels = ['le', 'vmrange', ...(query.feature.label === undefined ? [] : [query.feature.label]), ...segmentBy];
    return [arm('counts', `sum${by(labels)} (${query.expr.replaceAll(WINDOW_PLACEHOLDER, window)})`)];
  }
  const increase = (series: string) => onceOf(`increase(${series}[${window}])`, metric.replicas);
  switch (metric.kind) {
    case 'classic':
      return [...classicArms(query, segmentBy, increase, arm), ...observed(query, segmentBy, increase, arm)];
    case 'vmrange':
      return [
        arm('counts', `sum${by(['vmrange', ...segmentBy])} (${increase(seriesOf(query, '_bucket', 'vmrange!=""'))})`),
        ...observed(query, segmentBy, increase, arm),
      ];
    case 'native':
      return [arm('native', `sum${by(segmentBy)} (increase(${seriesOf(query)}[${window}]))`)];
    case 'both':
      return [
        ...classicArms(query, segmentBy, increase, arm),
        ...observed(query, segmentBy, increase, arm),
        arm('native', `sum${by(segmentBy)} (increase(${seriesOf(query)}[${window}]))`),
        ...looks(query, segmentBy, window, arm),
      ];
    case 'counter':
      return [arm('counts', counted(metric, query, segmentBy, increase))];
    case 'summary':
      return [
        arm(
          'quantiles',
          `avg${by(['quantile', ...segmentBy])} (avg_over_time((${seriesOf(query, '', 'quantile!=""')} > -Inf)[${window}:${resolution(window)}]))`
        ),
        arm('observations', `sum${by(segmentBy)} (${increase(seriesOf(query, '_count'))})`),
      ];
    default:
      throw new TypeError(`${metric.kind} is not counted by the store`);
  }
}

type ArmOf = (part: Part, expr: string) => Arm;

function classicArms(
  query: NamedMetric,
  segmentBy: readonly string[],
  increase: (series: string) => string,
  arm: ArmOf
) {
  return [arm('counts', `sum${by(['le', ...segmentBy])} (${increase(seriesOf(query, '_bucket', 'le!=""'))})`)];
}

/** Number and sum of all observed values. */
function observed(query: NamedMetric, segmentBy: readonly string[], increase: (series: string) => string, arm: ArmOf) {
  return [
    arm('observations', `sum${by(segmentBy)} (${increase(seriesOf(query, '_count'))})`),
    arm('sum', `sum${by(segmentBy)} (${increase(seriesOf(query, '_sum'))})`),
  ];
}

/** How often a look into the window sees series of each kind, and how often both of the same target. */
function looks(query: NamedMetric, segmentBy: readonly string[], window: string, arm: ArmOf): Arm[] {
  const classic = seriesOf(query, '_bucket', 'le="+Inf"');
  const native = `histogram_count(${seriesOf(query)})`;
  const often = (expr: string) => `count_over_time((count${by(segmentBy)} (${expr}))[${window}:${resolution(window)}])`;
  return [
    arm('classicLooks', often(classic)),
    arm('nativeLooks', often(native)),
    arm('bothLooks', often(`${classic} and ignoring (le) ${native}`)),
  ];
}

/** A quantile of an idle instance is NaN: a comparison leaves it out, and not all of that quantile with it. */
function resolution(window: string): string {
  return isDuration(window) ? formatDuration(lookingStep(parseDuration(window))) : window;
}

/** Series without the label are asked for too: they are the missing values. */
function counted(
  { countedBy, whole }: RecognizedMetric,
  query: NamedMetric,
  segmentBy: readonly string[],
  increase: (series: string) => string
): string {
  const labels = [...new Set([query.feature.label ?? '', ...segmentBy])].filter((label) => label !== '');
  switch (countedBy) {
    case 'itself':
      return `sum${by(labels)} (${increase(seriesOf(query))})`;
    case 'classic':
      return `sum${by(labels)} (${increase(whole === 'bucket' ? seriesOf(query, '_bucket', 'le="+Inf"') : seriesOf(query, '_count'))})`;
    case 'native':
      return `sum${by(labels)} (histogram_count(${increase(seriesOf(query))}))`;
  }
}
