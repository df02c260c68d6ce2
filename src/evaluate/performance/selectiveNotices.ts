import { percent } from '../../distribution/percent';
import type { Outcomes } from '../../outcomes/Outcomes';
import { type Notice, warning } from '../../sources/Notice';

/** From so many points on, one predicted class is labelled more often than another. */
const POINTS = 0.05;
/** Shares of fewer rows differ by chance. */
const LEAST_ROWS = 100;

/**
 * That one predicted class gets its labels more often than another: metrics of the labelled rows are not those of all rows.
 * Precision of alerts that are all checked says nothing of what was let through.
 */
export function selectiveNotices({ confusion, unlabelled }: Outcomes): Notice[] {
  if (confusion === undefined || unlabelled === undefined) {
    return [];
  }
  const labelled = confusion.classes.map(
    (name, j) => [name, confusion.counts.reduce((sum, row) => sum + row[j], 0)] as const
  );
  const counts = new Map<string, number>(labelled);
  const shares = [...new Set([...counts.keys(), ...unlabelled.keys()])].flatMap((name) => {
    const known = counts.get(name) ?? 0;
    const rows = known + (unlabelled.get(name) ?? 0);
    return rows < LEAST_ROWS ? [] : [{ name, share: known / rows, rows }];
  });
  const [most, least] = [Math.max(...shares.map(({ share }) => share)), Math.min(...shares.map(({ share }) => share))];
  const high = shares.find(({ share }) => share === most);
  const low = shares.find(({ share }) => share === least);
  if (high === undefined || low === undefined || most - least < POINTS) {
    return [];
  }
  return [
    warning(
      `Labeling is selective: ${percent(most)} of the predictions "${high.name}" have a label, but only ${percent(least)} of "${low.name}". Metrics of labeled rows may not hold for all rows.`
    ),
  ];
}
