import { formatDuration } from '../../query/duration';
import type { BeginsRequest, RequestOptions } from '../Source';
import { askInParts } from './batch/askInParts';
import { Remarks } from './batch/Remarks';
import type { PrometheusClient } from './client/PrometheusClient';
import { metricQuery, seriesOf } from './metric/MetricQuery';

/** A range is looked into in so many steps. */
const STEPS = 500;

/** About when series of any of the features begin within a range; null where there are none, and for expressions. */
export async function beginsAt(
  client: PrometheusClient,
  { selection, features, range }: BeginsRequest,
  options: RequestOptions
): Promise<number | null> {
  const step = Math.max(60_000, Math.ceil((range.to - range.from) / STEPS / 1000) * 1000);
  const arms = features.slice(0, 20).flatMap((feature, index) => {
    const query = metricQuery(feature, index, selection);
    const series =
      query.kind === 'metric' ? [seriesOf(query), seriesOf(query, '_bucket'), seriesOf(query, '_count')] : [];
    return series.map((one, i) => ({
      id: `${index}:${i}`,
      expr: `min(min_over_time(timestamp(${one})[${formatDuration(step)}:${formatDuration(Math.min(step, 300_000))}]))`,
    }));
  });
  if (arms.length === 0) {
    return null;
  }
  const answer = await askInParts(
    client,
    arms,
    { start: range.from + step, end: range.to, step },
    new Remarks(),
    options
  );
  const first = Math.min(...answer.flatMap(({ values = [] }) => values.map(([, text]) => Number(text) * 1000)));
  return Number.isFinite(first) ? first : null;
}
