import type { Series } from '../client/PrometheusAnswer';
import type { PrometheusClient } from '../client/PrometheusClient';
import { TooMuch } from '../client/TooMuch';
import { type Arm, union } from '../promql/union';
import type { RequestOptions } from '../../Source';
import type { Points } from '../windows/probePoints';
import type { Remarks } from './Remarks';

/** Answers of arms at some moments. What the store refuses as too much at once is asked for again in halves. */
export async function askInParts(
  client: PrometheusClient,
  arms: readonly Arm[],
  points: Points,
  remarks: Remarks,
  options: RequestOptions
): Promise<Series[]> {
  try {
    const { data, ...said } = await client.queryRange({ expr: union(arms), ...points }, options);
    remarks.add(said);
    return data;
  } catch (error) {
    const parts = error instanceof TooMuch ? halves(arms, points) : [];
    if (parts.length === 0) {
      throw error;
    }
    const answers: Series[][] = [];
    for (const [half, moments] of parts) {
      answers.push(await askInParts(client, half, moments, remarks, options));
    }
    return answers.flat();
  }
}

/** Half of the arms each; of a single arm, half of the time each. Nothing where there is nothing left to halve. */
function halves(arms: readonly Arm[], { start, end, step, window }: Points): Array<[readonly Arm[], Points]> {
  const points = { start, end, step, window };
  if (arms.length > 1) {
    const middle = arms.length >> 1;
    return [
      [arms.slice(0, middle), points],
      [arms.slice(middle), points],
    ];
  }
  const moments = Math.floor((end - start) / step) + 1;
  if (moments < 2) {
    return [];
  }
  const middle = start + ((moments >> 1) - 1) * step;
  return [
    [arms, { start, end: middle, step, window }],
    [arms, { start: middle + step, end, step, window }],
  ];
}
