import { SourceError } from '../sources/SourceError';
import type { Sides } from './compare';

/** Throws a SourceError where no feature can be judged, with the reason of the first: one that can't never refuses the others. */
export function requireReadable(
  { baseline, current, features }: Pick<Sides, 'baseline' | 'current' | 'features'>,
  refusals: ReadonlyMap<string, string>
): void {
  const reasons = new Map(refusals);
  for (const { feature, unreadable } of [...baseline.set.cells, ...current.set.cells]) {
    if (unreadable !== undefined && !reasons.has(feature)) {
      reasons.set(feature, unreadable);
    }
  }
  const unjudged = features.filter(({ name }) => reasons.has(name));
  if (features.length > 0 && unjudged.length === features.length) {
    const [{ name }] = unjudged;
    throw new SourceError(`"${name}" can't be judged. ${reasons.get(name)}`, { status: 422, side: 'downstream' });
  }
}
