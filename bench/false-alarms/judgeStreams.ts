import { decisionSchema } from '../../src/query/decision';
import { seededRandom } from '../../src/statistics/random/seededRandom';
import { decideWindow } from '../../src/verdict/decideWindow';
import type { WindowListener } from './simulate';
import { BASELINE_WEEKS, WEEKS, type Stream } from './streams';

/** How many streams alarm at all. */
export interface StreamRate {
  readonly streams: number;
  /** In the first week after the baseline. */
  readonly first: number;
  /** In any week. */
  readonly any: number;
}

/**
 * Simulates the streams and decides each week against the baseline under the default policy. The listener gets the weeks
 * of each feature in order, stream by stream.
 */
export function judgeStreams(stream: Stream, listen: WindowListener = () => {}): StreamRate {
  const { name, population, features, rows, streams, drifting, judged = (week) => week } = stream;
  const random = seededRandom(1, `stream ${name} ${rows} ${features}`);
  const decision = decisionSchema.parse({});
  let [first, any] = [0, 0];
  for (let i = 0; i < streams; i++) {
    const byFeature = Array.from({ length: features }, (_, feature) =>
      Array.from({ length: BASELINE_WEEKS + WEEKS }, (_, week) =>
        population.draw(rows, random, week >= BASELINE_WEEKS && feature < drifting)
      )
    );
    listen(byFeature.flat());
    const baselines = byFeature.map((weeks) =>
      population.summarize(joined(weeks.slice(0, BASELINE_WEEKS).map(judged)))
    );
    const alarms = Array.from({ length: WEEKS }, (_, week) =>
      decideWindow(
        byFeature.map((weeks, feature) => ({
          feature: `f${feature}`,
          type: population.type,
          segment: {},
          baseline: baselines[feature],
          current: population.summarize(Float64Array.from(judged(weeks[BASELINE_WEEKS + week]))),
        })),
        'auto',
        { ...decision, seed: i * WEEKS + week + 1 }
      ).some(({ severity }) => (severity ?? 0) > 0)
    );
    first += alarms[0] ? 1 : 0;
    any += alarms.includes(true) ? 1 : 0;
  }
  return { streams, first, any };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  return Float64Array.from(parts.flatMap((part) => Array.from(part)));
}
