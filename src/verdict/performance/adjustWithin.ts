import { benjaminiHochberg } from '../../statistics/corrections/benjaminiHochberg';
import { holm } from '../../statistics/corrections/holm';

/**
 * p-values of one window: Holm's over the metrics of a segment, then Benjamini and Hochberg's over the segments, each of which
 * stands for its smallest; a metric that is not its segment's smallest stands where it would if it were. A null p stays null.
 */
export function adjustWithin(pValues: ReadonlyArray<number | null>, segments: readonly string[]): Array<number | null> {
  const names = [...new Set(segments.filter((_, i) => pValues[i] !== null))];
  const within: Array<number | null> = pValues.map(() => null);
  for (const name of names) {
    const own = pValues.map((p, i) => (segments[i] === name ? p : null));
    holm(own).forEach((p, i) => (within[i] = p ?? within[i]));
  }
  const smallest = names.map((name) => Math.min(...within.filter((_, i) => segments[i] === name).map((p) => p ?? 1)));
  return within.map((p, i) => {
    const at = names.indexOf(segments[i]);
    return p === null ? null : benjaminiHochberg(smallest.with(at, p))[at];
  });
}
