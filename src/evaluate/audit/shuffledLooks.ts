import { seededRandom } from '../../statistics/random/seededRandom';
import { timelineOf } from '../../statistics/time/timelineOf';
import { decideInTime } from '../../verdict/time/decideInTime';
import type { TimeDecision } from '../../verdict/time/TimeDecision';
import type { CountedSeason } from './countedSeasons';
import type { Look } from './rateOf';
import { lookOf } from './replayOf';
import { inOrder, randomOrder } from './shuffleSeasons';

/** What a rule would have done had the seasons come in random order: a stretch of looks for each season and order. */
export function shuffledLooks(seasons: readonly CountedSeason[], decision: TimeDecision, shuffles: number): Look[][] {
  const random = seededRandom(decision.decision.seed, 'audit: order of seasons');
  return seasons.flatMap(({ features, attempt, judged }) => {
    const timeline = timelineOf(attempt.places, attempt.references, attempt.seasons);
    return Array.from({ length: shuffles }, () => {
      const order = randomOrder(attempt.places, random);
      const judge = decideInTime(
        features.map((feature) => inOrder(feature, order)),
        timeline,
        decision
      );
      return judged.map((window) => lookOf(judge(window)));
    });
  });
}
