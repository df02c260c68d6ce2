import type { DelayCounts } from '../../../outcomes/DelayCounts';
import { Z95 } from '../intervals/level';
import { wilson } from '../intervals/wilson';

/** Share of predictions whose label is known at an age of at most `ages[i]`. */
export interface DelayCurve {
  /** In milliseconds, ascending: those at which labels came. */
  readonly ages: Float64Array;
  readonly shares: Float64Array;
  /** 95% interval of each share. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Rows that were this old, or older, when one looked, and had no label before. */
  readonly atRisk: Float64Array;
  /** The largest age of any row, with a label or without. */
  readonly oldest: number;
  readonly rows: number;
}

type Counts = Pick<DelayCounts, 'ages' | 'labelled' | 'censored'>;

/**
 * Kaplan and Meier's estimate (1958) of the distribution of the delay of labels: rows without a label count as long as they
 * were watched. Variance by M. Greenwood (1926), the interval on log(−log) of what is left (J. Kalbfleisch and R. Prentice
 * 1980). At one age labels come before rows leave. Null without rows.
 */
export function delayCurve({ ages, labelled, censored }: Counts): DelayCurve | null {
  let left = 0;
  let oldest = -Infinity;
  for (let i = 0; i < ages.length; i++) {
    left += labelled[i] + censored[i];
    oldest = labelled[i] + censored[i] > 0 ? ages[i] : oldest;
  }
  if (left === 0) {
    return null;
  }
  const rows = left;
  const steps: number[][] = [];
  let [missing, greenwood] = [1, 0];
  for (let i = 0; i < ages.length; i++) {
    if (labelled[i] > 0) {
      const before = missing;
      missing *= 1 - labelled[i] / left;
      greenwood += labelled[i] / left / (left - labelled[i]);
      const interval = missing > 0 ? ends(missing, greenwood) : atEnd(before, left);
      steps.push([ages[i], 1 - missing, ...interval, left]);
    }
    left -= labelled[i] + censored[i];
  }
  const column = (k: number) => Float64Array.from(steps, (step) => step[k]);
  return { ages: column(0), shares: column(1), low: column(2), high: column(3), atRisk: column(4), oldest, rows };
}

/** Lower and upper end for the share that is known, from the share that is missing. */
function ends(missing: number, greenwood: number): [number, number] {
  const log = Math.log(missing);
  const half = (Z95 * Math.sqrt(greenwood)) / Math.abs(log);
  return [1 - missing ** Math.exp(-half), 1 - missing ** Math.exp(half)];
}

/** Where all that were left got their labels Greenwood's variance has no value: Wilson's interval of the last step. */
function atEnd(before: number, left: number): [number, number] {
  return [1 - before * (1 - wilson(left, left)[0]), 1];
}

/** The curve of all rows, and one for each predicted class where these are told apart. */
export function delayCurves(counts: DelayCounts): { all: DelayCurve | null; byPredicted: Map<string, DelayCurve> } {
  const byPredicted = new Map<string, DelayCurve>();
  for (const [name, own] of counts.byPredicted ?? []) {
    const curve = delayCurve({ ages: counts.ages, ...own });
    if (curve) {
      byPredicted.set(name, curve);
    }
  }
  return { all: delayCurve(counts), byPredicted };
}

/** Share that is known at an age: the last step up to it. */
export function shareAt({ ages, shares }: DelayCurve, age: number): number {
  let [from, to] = [0, ages.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    [from, to] = ages[middle] <= age ? [middle + 1, to] : [from, middle];
  }
  return from === 0 ? 0 : shares[from - 1];
}

/** The share of predictions that ever get a label, as far as the curve goes. */
export function plateauOf({ shares }: DelayCurve): number {
  return shares.length === 0 ? 0 : shares[shares.length - 1];
}
