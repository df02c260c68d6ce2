import type { Arm } from '../promql/union';
import { labelName } from '../promql/names';
import { bucketsOf } from './bucketsOf';
import { by, type FreeExpression, type NamedMetric, seriesOf } from './MetricQuery';
import { probeId } from './ProbeResult';

/** What a probe asks of a metric; each is an arm of one expression. */
export type Probe =
  /** Different `le`: the buckets of one layout. */
  | 'classic'
  /** 0 where every series of buckets has the same layout. */
  | 'mixed'
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
  const [layouts, mixed] = layoutsOf(buckets, at(seriesOf(query, '_bucket', 'le="+Inf"')), segmentBy);
  const whole = at(seriesOf(query, '_bucket', 'le="+Inf"'));
  const plain = at(seriesOf(query));
  const arms: Array<[Probe, string]> = [
    ['classic', layouts],
    ['mixed', mixed],
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
    const [classic, mixed] = layoutsOf(seriesOf(of, '_bucket', 'le!=""'), whole, segmentBy);
    return [
      { id: probeId(query.index, 'classic', part), expr: classic },
      { id: probeId(query.index, 'mixed', part), expr: mixed },
    ];
  });
}

function layoutsOf(buckets: string, whole: string, segmentBy: readonly string[]): readonly [string, string] {
  const layouts = `count${by(segmentBy)} (count${by(['le', ...segmentBy])} (${buckets}))`;
  return [layouts, `count${by(segmentBy)} (${buckets}) - ${layouts} * count${by(segmentBy)} (${whole})`];
}
