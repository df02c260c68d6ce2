import type { Arm } from '../promql/union';
import { labelName } from '../promql/names';
import { bucketsOf } from './bucketsOf';
import { by, type FreeExpression, type NamedMetric, seriesOf } from './MetricQuery';
import { probeId } from './ProbeResult';

/** What a probe asks of a metric; each is an arm of one expression. */
export type Probe =
  /** Different `le`: the buckets of one layout. */
  | 'classic'
  /** All series of buckets. */
  | 'buckets'
  /** Series of the bucket +Inf, of which each layout has one. */
  | 'whole'
  | 'native'
  | 'summary'
  /** Buckets of VictoriaMetrics' clients. */
  | 'vmrange'
  /** How many series differ from another one by a label of the servers that scrape them alone. */
  | 'replicas'
  /** Any series of that name. */
  | 'plain';

export interface ProbeOptions {
  readonly segmentBy: readonly string[];
  /** Look back by this much, for metrics that are sampled more rarely than every five minutes. */
  readonly within?: string;
  /** Stores without native histograms don't know their functions. */
  readonly knowsNative: boolean;
  readonly replicaLabels: readonly string[];
}

/** Cheap expressions over instants, which tell what a metric is and where its data begin and end. */
export function probeArms(query: NamedMetric, { segmentBy, within, knowsNative, replicaLabels }: ProbeOptions): Arm[] {
  const at = (selector: string) => (within === undefined ? selector : `last_over_time(${selector}[${within}])`);
  const buckets = at(seriesOf(query, '_bucket', 'le!=""'));
  const whole = at(seriesOf(query, '_bucket', 'le="+Inf"'));
  const plain = at(seriesOf(query));
  const arms: Array<[Probe, string]> = [
    ...layoutsOf(buckets, whole, segmentBy),
    ['summary', `count(count by (quantile) (${at(seriesOf(query, '', 'quantile!=""'))}))`],
    ['plain', `count(${plain})`],
  ];
  const doubled = (series: string, labels: readonly string[]) =>
    `count(${series}) - count(count without (${labels.map(labelName).join(',')}) (${series}))`;
  arms.push(['replicas', `(${doubled(whole, replicaLabels)}) or (${doubled(plain, replicaLabels)})`]);
  if (within !== undefined) {
    arms.push(['vmrange', `count(${at(seriesOf(query, '_bucket', 'vmrange!=""'))})`]);
  }
  if (knowsNative) {
    arms.push(['native', `count(histogram_count(${plain}))`]);
  }
  return arms.map(([probe, expr]) => ({ id: probeId(query.index, probe), expr }));
}

/** Of the histograms that an expression reads: whether all of their series have the same buckets. */
export function layoutArms(query: FreeExpression, segmentBy: readonly string[]): Arm[] {
  return bucketsOf(query).flatMap(({ part, of }) => {
    const whole = seriesOf(of, '_bucket', 'le="+Inf"');
    const layouts = layoutsOf(seriesOf(of, '_bucket', 'le!=""'), whole, segmentBy);
    return layouts.map(([probe, expr]) => ({ id: probeId(query.index, probe, part), expr }));
  });
}

/** Whether all series have the same layout follows from three counts; one expression of it would count them twice. */
function layoutsOf(buckets: string, whole: string, segmentBy: readonly string[]): Array<[Probe, string]> {
  const count = `count${by(segmentBy)}`;
  return [
    ['classic', `${count} (count${by(['le', ...segmentBy])} (${buckets}))`],
    ['buckets', `${count} (${buckets})`],
    ['whole', `${count} (${whole})`],
  ];
}
