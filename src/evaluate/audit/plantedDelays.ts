import { medianOf } from '../../statistics/volume/medianOf';
import { timelineOf } from '../../statistics/time/timelineOf';
import { decideInTime } from '../../verdict/time/decideInTime';
import type { TimeDecision } from '../../verdict/time/TimeDecision';
import type { Planted } from './AuditResult';
import type { CountedSeason } from './countedSeasons';
import { isShiftable, plantShift } from './plantShift';

/** Shifts that are planted, in standard deviations. */
const SIZES = [0.1, 0.3, 1];

/**
 * How many windows pass until a shift is told, planted a quarter into each season in one feature of numbers, another one in
 * each season. Seasons in which that feature drifts by itself are left out.
 */
export function plantedDelays(
  seasons: readonly CountedSeason[],
  decision: TimeDecision,
  significance: Planted['significance']
): Planted[] {
  const delays = SIZES.map((): number[] => []);
  let planted = 0;
  seasons.forEach(({ features, attempt, judged }, turn) => {
    const able = features.flatMap((feature, index) => (isShiftable(feature) ? [index] : []));
    if (able.length === 0) {
      return;
    }
    const index = able[turn % able.length];
    const timeline = timelineOf(attempt.places, attempt.references, attempt.seasons);
    const driftsAt = (all: CountedSeason['features']) => {
      const judge = decideInTime(all, timeline, decision);
      return judged.map((window) => judge(window)[index].verdict === 'drift');
    };
    if (driftsAt(features).some((drifts) => drifts)) {
      return;
    }
    planted++;
    const start = Math.floor(judged.length / 4);
    SIZES.forEach((size, i) => {
      const changed = features.map((feature, at) =>
        at === index ? plantShift(feature, judged[start], size) : feature
      );
      const told = driftsAt(changed).findIndex((drifts, at) => drifts && at >= start);
      if (told >= 0) {
        delays[i].push(told - start + 1);
      }
    });
  });
  return planted === 0
    ? []
    : SIZES.map((size, i) => ({
        significance,
        size,
        seasons: planted,
        found: delays[i].length,
        delay: medianOf(delays[i]),
      }));
}
