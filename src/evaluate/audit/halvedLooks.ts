import type { Distribution } from '../../distribution/Distribution';
import { countsOf } from '../../distribution/valueCounts';
import { seededRandom } from '../../statistics/random/seededRandom';
import { decideWindow } from '../../verdict/decideWindow';
import { decideInTime } from '../../verdict/time/decideInTime';
import type { TimeDecision } from '../../verdict/time/TimeDecision';
import type { TimedFeature } from '../../verdict/time/TimedFeature';
import type { Comparison } from '../../verdict/Verdict';
import type { CountedSeason } from './countedSeasons';
import { inHalves, timelineOfHalves } from './halves';
import type { Look } from './rateOf';
import { lookOf } from './replayOf';

/**
 * What a rule would have done had each window been compared with a random half of its own rows: nothing drifts between the
 * two, so that every alarm is false. A stretch of looks for each season; `iid` tests the counts between the same edges.
 */
export function halvedLooks(
  seasons: readonly CountedSeason[],
  decision: Omit<TimeDecision, 'significance'>,
  significance: TimeDecision['significance'] | 'iid'
): Look[][] {
  const random = seededRandom(decision.decision.seed, 'audit: halves');
  return seasons.map(({ features, attempt, judged }) => {
    const windows = attempt.places.season.length;
    const halves = features.map((feature) => inHalves(feature, random));
    if (significance === 'iid') {
      return judged.map((window) => {
        const comparisons = halves.map((feature) => comparisonOf(feature, window, windows + window));
        return lookOf(decideWindow(comparisons, 'auto', decision.decision));
      });
    }
    const judge = decideInTime(halves, timelineOfHalves(attempt), { ...decision, significance });
    return judged.map((window) => lookOf(judge(windows + window)));
  });
}

function comparisonOf(feature: TimedFeature, first: number, second: number): Comparison {
  const { feature: name, type, segment } = feature;
  return {
    feature: name,
    type,
    segment,
    baseline: distributionOf(feature, first),
    current: distributionOf(feature, second),
  };
}

/** The counts of one window, as a store would have told them. */
function distributionOf({ values, missing, bins, guarantee }: TimedFeature, window: number): Distribution {
  const own = values === null ? [] : [...values.counts.subarray(window * values.bins, (window + 1) * values.bins)];
  const absent = missing === null ? 0 : missing.counts[window * missing.bins + 1];
  const total = own.reduce((sum, count) => sum + count, 0) + absent;
  const counts = countsOf(total, { missing: absent });
  if (bins === null || values === null) {
    return { kind: 'samples', counts, sorted: new Float64Array() };
  }
  if (bins.kind === 'categories') {
    const { categories } = bins;
    const byCategory = new Map(categories.map((category, i) => [category, own[i]]));
    return { kind: 'categories', counts, byCategory, rest: own[categories.length] ?? 0, guarantee };
  }
  const edges = Float64Array.of(-Infinity, ...bins.edges, Infinity);
  return { kind: 'histogram', counts, edges, bins: Float64Array.from(own), closed: bins.closed, guarantee };
}
