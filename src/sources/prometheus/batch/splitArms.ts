import type { Arm } from '../promql/union';

/** Features in one request: a store evaluates a request in one thread, and several requests side by side. */
const MOST_ARMS = 25;
/** Points in one answer, about 30 bytes each before compression. */
const MOST_POINTS = 400_000;
/** Where it is not known how many series an arm answers with: buckets times segments. */
const USUAL_SERIES = 20;

/** Groups of arms, each to be one request; `points` is how many moments each will be evaluated at. */
export function splitArms<A extends Arm>(arms: readonly A[], points: number): A[][] {
  const size = Math.min(MOST_ARMS, Math.max(1, Math.floor(MOST_POINTS / (USUAL_SERIES * points))));
  const groups: A[][] = [];
  for (let from = 0; from < arms.length; from += size) {
    groups.push(arms.slice(from, from + size));
  }
  return groups;
}
