import type { DelayCounts } from '../../../outcomes/DelayCounts';
import { type LabelAges, NO_AGE } from './labelAges';
import { distinctOf, placeOf } from './placeOf';

const MINUTE = 60_000;

/** How many rows have which age; by predicted class too, where those are given. */
export function countDelays(
  { minutes, labelled }: LabelAges,
  rows: Int32Array,
  predicted: Int16Array | null,
  classes: readonly string[]
): DelayCounts {
  const known = rows.filter((row) => minutes[row] !== NO_AGE);
  const distinct = distinctOf(Float64Array.from(known, (row) => minutes[row]));
  const empty = () => ({ labelled: new Float64Array(distinct.length), censored: new Float64Array(distinct.length) });
  const all = empty();
  const byCode = new Map<number, ReturnType<typeof empty>>();
  for (const row of known) {
    const place = placeOf(distinct, minutes[row]);
    const kind = labelled[row] === 1 ? 'labelled' : 'censored';
    all[kind][place]++;
    if (predicted !== null && predicted[row] >= 0) {
      const own = byCode.get(predicted[row]) ?? empty();
      byCode.set(predicted[row], own);
      own[kind][place]++;
    }
  }
  const byPredicted = new Map(Array.from(byCode, ([code, own]) => [classes[code], own]));
  return { ages: distinct.map((age) => age * MINUTE), ...all, ...(predicted !== null && { byPredicted }) };
}
