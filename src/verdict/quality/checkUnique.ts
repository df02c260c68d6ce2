import type { Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import type { CheckOutcome, FeatureSides } from './Finding';

/** Values that stand there more than once, where every row should have its own. */
export function checkUnique({ current, expect }: FeatureSides): CheckOutcome {
  if (expect.unique !== true) {
    return { checked: [] };
  }
  const total = numberOfValues(current);
  const count = repeatedIn(current);
  if (count === null) {
    return { checked: [], unchecked: 'the store does not tell every value' };
  }
  const facts = { count, total };
  return { checked: [{ check: 'rows', code: 'not_unique', pValue: null, notable: count > 0, severity: 2, facts }] };
}

/** Rows whose value another row has too; null where the values are not all known. */
function repeatedIn(distribution: Distribution): number | null {
  if (distribution.kind === 'categories') {
    return distribution.rest > 0
      ? null
      : [...distribution.byCategory.values()].reduce((sum, count) => sum + (count > 1 ? count : 0), 0);
  }
  if (distribution.kind !== 'samples') {
    return null;
  }
  const { sorted } = distribution;
  return sorted.reduce(
    (sum, value, i) => sum + Number((i > 0 && sorted[i - 1] === value) || sorted[i + 1] === value),
    0
  );
}
