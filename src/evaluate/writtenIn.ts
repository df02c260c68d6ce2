import { BadQuery } from '../query/BadQuery';
import type { FeatureSpec, Selection } from '../query/selection';

/** Nothing of the one way to write a feature may be left beside another. */
const BLANK = { field: undefined, metric: undefined, matchers: undefined, label: undefined, expr: undefined };

/**
 * Features as a selection writes them: where it lists its own, those say by name which other metric, expression or column
 * holds the same. Types that are settled stay as they are.
 */
export function writtenIn<Feature extends FeatureSpec>(
  { features: own = [] }: Selection,
  features: readonly Feature[]
): Feature[] {
  const byName = new Map(own.map((feature) => [feature.name, feature]));
  return features.map((feature) => {
    const written = byName.get(feature.name);
    return written === undefined ? feature : { ...feature, ...BLANK, ...written, type: feature.type ?? written.type };
  });
}

/** Throws a BadQuery where the baseline lists features that the current selection does not. */
export function requireSameNames({ features: own = [] }: Selection, listed: readonly FeatureSpec[]): void {
  const known = new Set(listed.map(({ name }) => name));
  const unknown = own.find(({ name }) => !known.has(name));
  if (unknown !== undefined) {
    throw new BadQuery(
      `The baseline lists the feature "${unknown.name}", which "current" does not: features are compared by name, so give both sides the same.`
    );
  }
}
