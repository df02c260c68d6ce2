import type { DelayCounts } from '../../../outcomes/DelayCounts';
import { distinctOf, placeOf } from './placeOf';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Ages of labels: of each row, the label's or that at which one looks. */
export interface LabelAges {
  /** In milliseconds, rounded up; NaN where unknown. */
  readonly ages: Float64Array;
  /** 1 for rows that have a label. */
  readonly labelled: Uint8Array;
}

/**
 * The age of the label of each row, rounded up to an hour, or to a minute where labels are all younger than a day; of rows
 * without a label their age at `asOf`. A label before its prediction has the age 0.
 */
export function labelAges(
  times: Float64Array,
  labelTimes: Float64Array,
  labelled: Uint8Array,
  asOf: number
): LabelAges {
  const ages = new Float64Array(times.length);
  let oldest = 0;
  for (let row = 0; row < ages.length; row++) {
    const until = labelled[row] === 1 ? labelTimes[row] : asOf;
    ages[row] = Math.max(0, until - times[row]);
    if (labelled[row] === 1 && ages[row] > oldest) {
      oldest = ages[row];
    }
  }
  const step = oldest < DAY ? MINUTE : HOUR;
  for (let row = 0; row < ages.length; row++) {
    ages[row] = Math.ceil(ages[row] / step) * step;
  }
  return { ages, labelled };
}

/** How many rows have which age; by predicted class too, where those are given. */
export function countDelays(
  { ages, labelled }: LabelAges,
  rows: Int32Array,
  predicted: Int32Array | null,
  classes: readonly string[]
): DelayCounts {
  const known = rows.filter((row) => !Number.isNaN(ages[row]));
  const distinct = distinctOf(Float64Array.from(known, (row) => ages[row]));
  const empty = () => ({ labelled: new Float64Array(distinct.length), censored: new Float64Array(distinct.length) });
  const all = empty();
  const byCode = new Map<number, ReturnType<typeof empty>>();
  for (const row of known) {
    const place = placeOf(distinct, ages[row]);
    const kind = labelled[row] === 1 ? 'labelled' : 'censored';
    all[kind][place]++;
    if (predicted !== null && predicted[row] >= 0) {
      const own = byCode.get(predicted[row]) ?? empty();
      byCode.set(predicted[row], own);
      own[kind][place]++;
    }
  }
  const byPredicted = new Map(Array.from(byCode, ([code, own]) => [classes[code], own]));
  return { ages: distinct, ...all, ...(predicted !== null && { byPredicted }) };
}
