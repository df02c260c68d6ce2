import { scalesOf, SINGLE } from '../../statistics/time/scales';
import { stretchesOf } from '../../statistics/time/stretchesOf';
import { calibrationSeasons, type Timeline } from '../../statistics/time/Timeline';
import type { FeatureVerdict } from '../Verdict';
import { concludeInTime } from './concludeInTime';
import { type SeasonEvidence, seasonEvidence } from './seasonEvidence';
import type { TimeDecision } from './TimeDecision';
import type { TimedFeature } from './TimedFeature';
import { timedSeries } from './timedSeries';

/** Judges any window of a timeline: one verdict for each feature, in the order given. */
export type TimeJudge = (window: number) => FeatureVerdict[];

/**
 * Judges windows by what past windows of the same features show of natural variation. All features and segments of one
 * rule belong into one call: they share limits. Nothing is kept between calls, and a window's verdict depends on its
 * season and the calibration before it alone, so that any past verdict can be had again.
 * Definitions: docs/time.md.
 */
export function decideInTime(features: readonly TimedFeature[], timeline: Timeline, decision: TimeDecision): TimeJudge {
  const bySeason = new Map<number, SeasonEvidence>();
  const scales = decision.significance === 'calibrated' ? SINGLE : scalesOf(calibrationWindows(timeline));
  const all = timedSeries(features, timeline, scales);
  return (window) => {
    const season = timeline.season[window];
    const evidence = bySeason.get(season) ?? seasonEvidence(all, timeline, season, decision);
    bySeason.set(season, evidence);
    return features.map((feature, index) => concludeInTime(feature, index, window, evidence, decision));
  };
}

/** Windows of the calibration of the newest season. */
function calibrationWindows(timeline: Timeline): number {
  const newest = timeline.season[timeline.windows - 1] ?? 0;
  return stretchesOf(timeline, calibrationSeasons(timeline, newest)).reduce(
    (sum, [start, end]) => sum + end - start,
    0
  );
}
