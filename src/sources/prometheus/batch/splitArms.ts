/** Features in one request: a store evaluates a request in one thread, and several requests side by side. */
const MOST_FEATURES = 25;
/** Points in one answer, about 30 bytes each before compression. */
const MOST_POINTS = 400_000;
/** Where it is not known how many series a feature answers with: buckets times segments. */
const USUAL_SERIES = 20;

/** Groups of features or expressions, each to be one request; `points` is how many moments each will be evaluated at. */
export function splitArms<T>(items: readonly T[], points: number): T[][] {
  const size = Math.min(MOST_FEATURES, Math.max(1, Math.floor(MOST_POINTS / (USUAL_SERIES * points))));
  const groups: T[][] = [];
  for (let from = 0; from < items.length; from += size) {
    groups.push(items.slice(from, from + size));
  }
  return groups;
}
