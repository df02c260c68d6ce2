import type { DelayCounts } from '../../../outcomes/DelayCounts';
import { type LabelAges, NO_AGE } from './labelAges';
import { distinctOf, placeOf, roomFor } from './placeOf';

const MINUTE = 60_000;

interface Curve {
  readonly labelled: Float64Array;
  readonly censored: Float64Array;
}

/** How many of some rows that count have which age; by predicted class too, where those are given. */
export function countDelays(
  { minutes, labelled }: LabelAges,
  rows: Int32Array,
  counts: (row: number) => boolean,
  predicted: Int16Array | null,
  classes: readonly string[]
): DelayCounts {
  let size = 0;
  const known = roomFor(rows.length);
  for (let i = 0; i < rows.length; i++) {
    if (minutes[rows[i]] !== NO_AGE && counts(rows[i])) {
      known[size++] = minutes[rows[i]];
    }
  }
  const ages = distinctOf(known, size);
  const empty = (): Curve => ({ labelled: new Float64Array(ages.length), censored: new Float64Array(ages.length) });
  const all = empty();
  const byCode: Curve[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (minutes[row] !== NO_AGE && counts(row)) {
      const place = placeOf(ages, minutes[row]);
      const kind = labelled[row] === 1 ? 'labelled' : 'censored';
      all[kind][place]++;
      if (predicted !== null && predicted[row] >= 0) {
        (byCode[predicted[row]] ??= empty())[kind][place]++;
      }
    }
  }
  for (let i = 0; i < ages.length; i++) {
    ages[i] *= MINUTE;
  }
  const byPredicted = new Map<string, Curve>();
  byCode.forEach((own, code) => byPredicted.set(classes[code], own));
  return { ages, ...all, ...(predicted !== null && { byPredicted }) };
}
