import type { Profile } from '../../baseline/profile/profileSchema';
import { restoreDistribution } from '../../baseline/profile/storeDistribution';
import type { Categories } from '../../distribution/Distribution';
import type { Expectation } from '../../query/expectation';
import { learnExpectation } from '../../verdict/quality/learnExpectation';

/** What each column of a stored baseline was like, by its name; nothing of times. */
export function learnFromProfile({ columns }: Profile, tolerance: number): Record<string, Expectation> {
  const learnt: Record<string, Expectation> = {};
  for (const { name, type, identifier, distribution, counts } of columns) {
    const current =
      distribution !== undefined
        ? restoreDistribution(distribution)
        : counts === undefined
          ? null
          : valuesAlone(counts);
    if (type !== 'time' && current !== null) {
      learnt[name] = learnExpectation({ type, current, identifier }, tolerance);
    }
  }
  return learnt;
}

function valuesAlone(counts: Categories['counts']): Categories {
  return { kind: 'categories', counts, byCategory: new Map(), rest: counts.total, guarantee: 'exact' };
}
