import type { MeasureRequest, MeasureValue } from '../../Measures';
import type { StoreFields } from '../fields/StoreFields';
import { unmatchable } from '../search/unmatchable';

/**
 * A measure whose own query can't match as it is written has no number, and not 0, where nothing matched it in any window;
 * the reasons say why. Where something matched, only a part of the query can't.
 */
export function withoutUnmatched(
  values: readonly MeasureValue[],
  { measures, windows }: MeasureRequest,
  fields: StoreFields
): { readonly values: readonly MeasureValue[]; readonly reasons: readonly string[] } {
  const segments = new Map(values.map(({ segment }) => [JSON.stringify(segment), segment]));
  const known = segments.size === 0 ? [{}] : [...segments.values()];
  let kept = values;
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
    }
    return found.reasons;
  });
  return { values: kept, reasons };
}
