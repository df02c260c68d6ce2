import type { Outcomes } from '../../../outcomes/Outcomes';
import type { MetricRoles } from '../../../statistics/performance/MetricRoles';
import { drawNormal } from '../../../statistics/random/drawNormal';
import type { SeededRandom } from '../../../statistics/random/seededRandom';
import type { PerformanceSide } from '../PerformanceCase';

export const ROLES: MetricRoles = { positive: 'yes', score: 'score', threshold: 0.5, predicts: true };

export interface Model {
  /** Distance of the classes' mean scores in standard deviations: 0 is chance. */
  readonly quality: number;
  /** Share of positives, and the standard deviation of its logit from day to day. */
  readonly positives: number;
  readonly tides?: number;
  readonly rows: number;
  readonly decimals?: number;
}

/** Days of rows whose score is the model's probability of "yes", with labels. */
export function drawSide(days: number, model: Model, random: SeededRandom): PerformanceSide {
  return { blocks: Array.from({ length: days }, (_, block) => ({ block, outcomes: drawDay(model, random) })) };
}

function drawDay({ quality, positives, tides = 0, rows, decimals = 6 }: Model, random: SeededRandom): Outcomes {
  const level = Math.log(positives / (1 - positives)) + tides * drawNormal(random);
  const share = 1 / (1 + Math.exp(-level));
  const counts = [new Float64Array(2), new Float64Array(2)];
  const seen = new Map<number, [number, number]>();
  for (let i = 0; i < rows; i++) {
    const isPositive = random.next() < share;
    const signal = drawNormal(random) + (isPositive ? quality : 0);
    // Bayes' rule for two normal classes at the usual share of positives.
    const logit = quality * signal - (quality * quality) / 2 + Math.log(positives / (1 - positives));
    const score = Number((1 / (1 + Math.exp(-logit))).toFixed(decimals));
    counts[isPositive ? 1 : 0][score >= 0.5 ? 1 : 0] += 1;
    const cell = seen.get(score) ?? [0, 0];
    cell[isPositive ? 1 : 0] += 1;
    seen.set(score, cell);
  }
  const scores = Float64Array.from(seen.keys()).sort();
  const countsOf = (at: 0 | 1) => ({ counts: scores.map((score) => seen.get(score)?.[at] ?? 0) });
  return {
    rows,
    labelled: rows,
    confusion: { classes: ['no', 'yes'], counts },
    scores: new Map([
      [
        'score',
        {
          lower: scores,
          upper: scores,
          byClass: new Map([
            ['no', countsOf(0)],
            ['yes', countsOf(1)],
          ]),
        },
      ],
    ]),
  };
}
