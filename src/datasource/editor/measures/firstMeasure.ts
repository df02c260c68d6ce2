import type { MeasureDraft, QueryDraft } from '../../ModelwatchQuery';
import type { Resources } from '../../resources';
import type { ChosenConnection } from '../selection/useConnection';
import { callCounters } from './callCounters';
import { measureOfMetric } from './measureOfMetric';

/** The calls: what is looked at first. Null where nothing looks like it. */
export async function firstMeasure(
  resources: Resources,
  { type, resolved }: Pick<ChosenConnection, 'type' | 'resolved'>,
  { current = {}, segmentBy }: QueryDraft
): Promise<MeasureDraft | null> {
  if (type !== 'prometheus') {
    return { name: 'calls', aggregate: 'count' };
  }
  const [metric] = await callCounters(resources, resolved, current);
  return metric === undefined ? null : measureOfMetric(metric, 'counter', { matchers: current.matchers, segmentBy });
}
