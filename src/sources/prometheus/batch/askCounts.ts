import type { RequestOptions } from '../../Source';
import type { Series } from '../client/PrometheusAnswer';
import type { PrometheusClient } from '../client/PrometheusClient';
import { type Arm, ARM_LABEL } from '../promql/union';
import type { Points } from '../windows/probePoints';
import { askInParts } from './askInParts';
import type { Remarks } from './Remarks';

/**
 * Answers of counting arms. Early Prometheus with native histograms (2.42 does) turns them into zeros when `label_replace`
 * names their arm: those whose answer should be histograms and isn't are asked for once more, each on its own.
 */
export async function askCounts(
  client: PrometheusClient,
  arms: readonly Arm[],
  areHistograms: (armId: string) => boolean,
  points: Points,
  remarks: Remarks,
  options: RequestOptions
): Promise<Series[]> {
  const answer = await askInParts(client, arms, points, remarks, options);
  const isLost = ({ metric, histograms }: Series) => histograms === undefined && areHistograms(metric[ARM_LABEL]);
  const lost = new Set(answer.filter(isLost).map(({ metric }) => metric[ARM_LABEL]));
  if (lost.size === 0) {
    return answer;
  }
  const alone = arms
    .filter(({ id }) => lost.has(id))
    .map(async ({ id, expr }) => {
      const { data, ...said } = await client.queryRange({ expr, ...points }, options);
      remarks.add(said);
      return data.map((series) => ({ ...series, metric: { ...series.metric, [ARM_LABEL]: id } }));
    });
  return [...answer.filter(({ metric }) => !lost.has(metric[ARM_LABEL])), ...(await Promise.all(alone)).flat()];
}
