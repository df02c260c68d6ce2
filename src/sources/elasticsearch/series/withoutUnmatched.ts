import type { MeasureRequest, MeasureValue, UndecidedMeasure } from '../../Measures';
import type { StoreFields } from '../fields/StoreFields';
import { unmatchable } from '../search/unmatchable';

interface WithoutUnmatched {
  readonly values: readonly MeasureValue[];
  /** Said beside the numbers of queries of which only a part can't match. */
  readonly reasons: readonly string[];
  readonly undecided: readonly UndecidedMeasure[];
}

/**
 * A measure whose own query can't match as it is written has no number, and not 0, where nothing matched it in any window:
 * it is undecided, and the reason says why. Where something matched, only a part of the query can't.
 */
export function withoutUnmatched(
  values: readonly MeasureValue[],
  { measures, windows }: MeasureRequest,
  fields: StoreFields
): WithoutUnmatched {
  const segments = new Map(values.map(({ segment }) => [JSON.stringify(segment), segment]));
  const known = segments.size === 0 ? [{}] : [...segments.values()];
  let kept = values;
  const undecided: UndecidedMeasure[] = [];
  const reasons = measures.flatMap(({ name, query }) => {
    const found = unmatchable(query, fields);
    const isEmpty = kept.every(({ measure, value }) => measure !== name || value === 0);
    if (found.reasons.length === 0 || (found.isWhole && !isEmpty)) {
      return [];
    }
    if (isEmpty) {
      const none = windows.flatMap((_, window) =>
        known.map((segment) => ({ measure: name, window, segment, value: NaN }))
      );
      kept = [...kept.filter(({ measure }) => measure !== name), ...none];
      const reason = found.reasons.join(' ');
      windows.forEach((_, window) => undecided.push({ measure: name, window, reason }));
      return [];
    }
    return found.reasons;
  });
  return { values: kept, reasons, undecided };
}
