import type { ConfusionCounts } from './ConfusionCounts';

/** The sum of confusion matrices, each with classes of its own. */
export function mergeConfusions(parts: readonly ConfusionCounts[]): ConfusionCounts {
  const classes = [...new Set(parts.flatMap((part) => part.classes))].sort((a, b) => (a < b ? -1 : 1));
  const place = new Map(classes.map((name, i) => [name, i]));
  const counts = classes.map(() => new Float64Array(classes.length));
  for (const part of parts) {
    const places = part.classes.map((name) => place.get(name) ?? 0);
    part.counts.forEach((row, i) => row.forEach((count, j) => (counts[places[i]][places[j]] += count)));
  }
  return { classes, counts };
}
