import { isUsualMarker, likelySentinels } from '../statistics/quality/likelySentinels';
import { type Notice, warning } from '../sources/Notice';
import type { Comparison } from '../verdict/Verdict';

const MOST_NAMED = 3;

/**
 * Names numbers far outside of the rest that likely stand for missing values, a notice for each feature: they inflate the
 * standard deviation that shifts are measured in.
 */
export function sentinelNotices(comparisons: readonly Comparison[]): Notice[] {
  const counts = new Map<string, Map<number, number>>();
  const seen = new Set<unknown>();
  for (const { feature, type, baseline, current, minimumCount = 0 } of comparisons) {
    for (const side of type === 'numeric' ? [baseline, current] : []) {
      // A baseline of many windows is one and the same.
      if (!seen.has(side)) {
        seen.add(side);
        for (const { value, count } of likelySentinels(side)) {
          if (count >= minimumCount) {
            const own = counts.get(feature) ?? new Map<number, number>();
            counts.set(feature, own.set(value, (own.get(value) ?? 0) + count));
          }
        }
      }
    }
  }
  return [...counts].map(([feature, found]) => sentence(feature, found));
}

function sentence(feature: string, found: ReadonlyMap<number, number>): Notice {
  const values = [...found].sort((a, b) => b[1] - a[1]).slice(0, MOST_NAMED);
  const list = values.map(([value]) => value).join(', ');
  const named = values
    .map(([value, count]) => `${value} (${Math.round(count).toLocaleString('en-US')} times)`)
    .join(', ');
  const text = `"${feature}" holds ${named}, far outside of all other values: likely a marker of missing values. If so, set "missing": [${list}] for the feature.`;
  return values.some(([value]) => isUsualMarker(value)) ? warning(text) : text;
}
