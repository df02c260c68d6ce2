import type { MapRow } from './DriftMap';
import { severityOf } from './summarizeRow';

export type SortBy = 'importance' | 'effect' | 'name';

/**
 * `importance`: what drifts now before warnings, then what drifted before, then the rest; within each the earliest first,
 * then the largest effect.
 */
export function compareRows(sortBy: SortBy): (a: MapRow, b: MapRow) => number {
  switch (sortBy) {
    case 'name':
      return byName;
    case 'effect':
      return (a, b) => b.summary.score - a.summary.score || byName(a, b);
    case 'importance':
      return (a, b) =>
        attention(b) - attention(a) ||
        (a.summary.since ?? Infinity) - (b.summary.since ?? Infinity) || // NaN where neither has a time: falls through
        (b.summary.past?.to ?? 0) - (a.summary.past?.to ?? 0) ||
        b.summary.drifting - a.summary.drifting ||
        b.summary.score - a.summary.score ||
        byName(a, b);
  }
}

/** 4 drifts now, 3 warns now, 2 drifted before, 1 no drift, 0 undecided. */
function attention({ summary }: MapRow): number {
  const severity = severityOf(summary.current);
  if (severity >= 1) {
    return severity + 2;
  }
  return summary.past !== null ? 2 : severity + 1;
}

function byName(a: MapRow, b: MapRow): number {
  return (
    a.feature.localeCompare(b.feature, 'en', { numeric: true }) || a.key.localeCompare(b.key, 'en', { numeric: true })
  );
}
