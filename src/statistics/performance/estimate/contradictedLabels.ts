import type { ScoreTable } from '../../../outcomes/ScoreTable';
import { fisherExactPValue } from '../../categorical/fisherExactPValue';
import type { MetricRoles } from '../MetricRoles';
import { rowsOf } from './calibrationBuckets';
import { type Calibration, calibrationOf } from './calibrationOf';
import { knownScores } from './knownScores';

/** Labels against scores that are almost certain of the other class. */
export interface ContradictedLabels {
  /** Rows with such a score and a label, and those of them whose label is the other class. */
  readonly confident: number;
  readonly contradicted: number;
  /** The same of the baseline. */
  readonly baselineConfident: number;
  readonly baselineContradicted: number;
  /** Fisher's exact p of both shares. */
  readonly pValue: number;
}

/** A score is confident if less than this share of the baseline's rows was of the other class. */
const RARE = 0.01;
/** Rows that may have been missed by chance where none was seen, at 95%: the rule of three. */
const UNSEEN = 3;

/**
 * How often labels contradict confident scores, now and in the baseline: mislabelled rows, or a change of what they mean.
 * Null where no score of the baseline is confident, or none of today's rows has one.
 *
 * @param parts the tables that `baseline` was merged of: of a million single scores their places needn't be held at once
 */
export function contradictedLabels(
  baseline: ScoreTable,
  current: readonly ScoreTable[],
  { positive, threshold }: MetricRoles,
  parts: readonly ScoreTable[] = [baseline]
): ContradictedLabels | null {
  if (positive === undefined || knownScores(baseline).rows === 0) {
    return null;
  }
  const [now, before] = [current, parts].map((tables) =>
    tables
      .map((table) => count(table, calibrationOf(baseline, table, positive, threshold), positive))
      .reduce(add, { confident: 0, contradicted: 0 })
  );
  if (now.confident === 0 || before.confident === 0) {
    return null;
  }
  const cells = [
    [now.contradicted, now.confident - now.contradicted],
    [before.contradicted, before.confident - before.contradicted],
  ].flat();
  const [a, b, c, d] = cells.map(Math.round);
  return {
    ...now,
    baselineConfident: before.confident,
    baselineContradicted: before.contradicted,
    pValue: fisherExactPValue(a, b, c, d),
  };
}

interface Counted {
  readonly confident: number;
  readonly contradicted: number;
}

function add(a: Counted, b: Counted): Counted {
  return { confident: a.confident + b.confident, contradicted: a.contradicted + b.contradicted };
}

function count(table: ScoreTable, { baselineRows, shares, places }: Calibration, positive: string): Counted {
  const rows = rowsOf(table);
  const positives = table.byClass.get(positive)?.counts ?? new Float64Array(rows.length);
  let [confident, contradicted] = [0, 0];
  for (let i = 0; i < rows.length; i++) {
    const b = places[i];
    const least = UNSEEN / (baselineRows[b] || 1);
    if (b < 0 || rows[i] === 0) {
      continue;
    }
    if (shares[b] + least < RARE) {
      confident += rows[i];
      contradicted += positives[i];
    } else if (1 - shares[b] + least < RARE) {
      confident += rows[i];
      contradicted += rows[i] - positives[i];
    }
  }
  return { confident, contradicted };
}
