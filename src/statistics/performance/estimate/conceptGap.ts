import type { ScoreTable } from '../../../outcomes/ScoreTable';
import { chiSquareUpperTail } from '../../special/chiSquareUpperTail';
import { studentTwoSidedTail } from '../../special/studentTwoSidedTail';
import type { MetricRoles } from '../MetricRoles';
import { calibrationBuckets, inBuckets, rowsOf } from './calibrationBuckets';

/** Realized accuracy less that which the baseline's calibration lets expect, over the same rows: evidence of concept drift. */
export interface ConceptGap {
  /** Below 0: the model is worse than its scores say. */
  readonly gap: number;
  readonly standardError: number;
  /** Degrees of freedom of Student's t; infinite for the normal distribution. */
  readonly degrees: number;
  /** `gap` in standard errors. */
  readonly z: number;
  readonly pValue: number;
  /** Current rows with a label in buckets that the baseline has too, and those in others, which are left out. */
  readonly rows: number;
  readonly beyond: number;
}

/** Fewer days say too little of how days differ. */
export const LEAST_DAYS = 14;

interface Counts {
  readonly rows: Float64Array;
  readonly positives: Float64Array;
}

/**
 * Σ ±n_b(ȳ_b − k_b/m_b)/Σn_b over buckets b of the score: n_b rows with positive share ȳ_b now, k_b of m_b in the baseline;
 * + where the threshold predicts the positive class, − elsewhere. Where rows are independent its variance is
 * Σ n_b²·c̄(1 − c̄)(1/n_b + 1/m_b), c̄ being the share of both sides together. Null where no bucket has rows on both sides.
 */
export function gapOfRows(baseline: ScoreTable, current: ScoreTable, roles: MetricRoles): ConceptGap | null {
  const { before, now, signs } = countBlocks([baseline], [current], roles);
  const known = gapOf(before[0], now[0], signs);
  if (known === null) {
    return null;
  }
  let variance = 0;
  for (let b = 0; b < signs.length; b++) {
    const [n, m] = [now[0].rows[b], before[0].rows[b]];
    if (n > 0 && m > 0) {
      const share = (now[0].positives[b] + before[0].positives[b]) / (n + m);
      variance += n * n * share * (1 - share) * (1 / n + 1 / m);
    }
  }
  const standardError = Math.sqrt(variance) / known.rows;
  return withTest(known, standardError, Infinity);
}

/**
 * The same where rows of a day may hang together: a delete-one-day jackknife of the days on either side, with Welch's degrees
 * of freedom. Null for fewer than `LEAST_DAYS` days with labels on a side.
 */
export function gapOfDays(
  baseline: readonly ScoreTable[],
  current: readonly ScoreTable[],
  roles: MetricRoles
): ConceptGap | null {
  const [past, present] = [baseline, current].map((days) => days.filter((day) => rowsOf(day).some((rows) => rows > 0)));
  if (Math.min(past.length, present.length) < LEAST_DAYS) {
    return null;
  }
  const { before, now, signs } = countBlocks(past, present, roles);
  const [allBefore, allNow] = [sum(before), sum(now)];
  const known = gapOf(allBefore, allNow, signs);
  if (known === null) {
    return null;
  }
  const ofBaseline = jackknife(before.map((day) => gapOf(less(allBefore, day), allNow, signs)));
  const ofCurrent = jackknife(now.map((day) => gapOf(allBefore, less(allNow, day), signs)));
  const variance = ofBaseline + ofCurrent;
  const degrees = variance ** 2 / (ofBaseline ** 2 / (before.length - 1) + ofCurrent ** 2 / (now.length - 1));
  return withTest(known, Math.sqrt(variance), degrees);
}

/** Rows and positives by bucket of each table, and on which side of the threshold each bucket lies. */
function countBlocks(baseline: readonly ScoreTable[], current: readonly ScoreTable[], roles: MetricRoles) {
  const tables = [...baseline, ...current];
  const { buckets, places } = calibrationBuckets(tables, [roles.threshold], baseline.length);
  const counts = tables.map((table, i): Counts => {
    const positives = table.byClass.get(roles.positive ?? '')?.counts ?? new Float64Array(table.lower.length);
    return {
      rows: inBuckets(rowsOf(table), places[i], buckets),
      positives: inBuckets(positives, places[i], buckets),
    };
  });
  const signs = new Float64Array(buckets).fill(-1);
  tables.forEach(({ lower }, i) =>
    lower.forEach((score, entry) => {
      if (places[i][entry] >= 0 && score >= roles.threshold) {
        signs[places[i][entry]] = 1;
      }
    })
  );
  return { before: counts.slice(0, baseline.length), now: counts.slice(baseline.length), signs };
}

type Gap = Pick<ConceptGap, 'gap' | 'rows' | 'beyond'>;

function gapOf(before: Counts, now: Counts, signs: Float64Array): Gap | null {
  let [gap, rows, beyond] = [0, 0, 0];
  for (let b = 0; b < signs.length; b++) {
    const [n, m] = [now.rows[b], before.rows[b]];
    if (n > 0 && m > 0) {
      gap += signs[b] * (now.positives[b] - (n * before.positives[b]) / m);
      rows += n;
    } else {
      beyond += n;
    }
  }
  return rows > 0 ? { gap: gap / rows, rows, beyond } : null;
}

function sum(days: readonly Counts[]): Counts {
  const add = (a: Float64Array, b: Float64Array) => a.map((value, i) => value + b[i]);
  return days.reduce((all, day) => ({ rows: add(all.rows, day.rows), positives: add(all.positives, day.positives) }));
}

function less(all: Counts, day: Counts): Counts {
  const take = (a: Float64Array, b: Float64Array) => a.map((value, i) => value - b[i]);
  return { rows: take(all.rows, day.rows), positives: take(all.positives, day.positives) };
}

/** Variance of a figure from its values without one of k blocks each: (k − 1)/k · Σ(x_i − x̄)². */
function jackknife(values: ReadonlyArray<Gap | null>): number {
  const gaps = values.map((value) => value?.gap ?? 0);
  const mean = gaps.reduce((total, gap) => total + gap, 0) / gaps.length;
  return ((gaps.length - 1) / gaps.length) * gaps.reduce((total, gap) => total + (gap - mean) ** 2, 0);
}

function withTest(known: Gap, standardError: number, degrees: number): ConceptGap | null {
  if (!(standardError > 0)) {
    return null;
  }
  const z = known.gap / standardError;
  const pValue = degrees === Infinity ? chiSquareUpperTail(z * z, 1) : studentTwoSidedTail(z, degrees);
  return { ...known, standardError, degrees, z, pValue };
}
