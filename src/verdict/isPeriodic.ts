import type { Distribution } from '../distribution/Distribution';
import type { Comparison } from './Verdict';

interface Period {
  readonly name: RegExp;
  /** The ranges that such values fill, ends included. */
  readonly ranges: ReadonlyArray<readonly [from: number, to: number]>;
}

const TURN: Period['ranges'] = [
  [0, 360],
  [-180, 180],
  [0, 2 * Math.PI],
  [-Math.PI, Math.PI],
];

/** Names, in parts between separators, of values after whose last one the first comes again. */
const PERIODS: readonly Period[] = [
  { name: /^(hour|hours|hr|hod|hourofday)$/, ranges: [[0, 24]] },
  { name: /^(minute|second)$/, ranges: [[0, 60]] },
  { name: /^(weekday|dow|dayofweek)$/, ranges: [[0, 7]] },
  { name: /^(month|moy|monthofyear)$/, ranges: [[0, 12]] },
  { name: /^(dayofyear|doy|yearday)$/, ranges: [[0, 366]] },
  { name: /^(angle|bearing|heading|azimuth|direction|dir|course|phase|hue|longitude|lon|lng)$/, ranges: TURN },
];

/**
 * Whether a numeric feature is one of hours, weekdays or angles, by its name and its values alike: the first value follows
 * the last one, so that a median or a mean of them says nothing.
 */
export function isPeriodic({ feature, type, baseline, current }: Comparison): boolean {
  if (type !== 'numeric') {
    return false;
  }
  const parts = feature
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/);
  const words = new Set([...parts, parts.join(''), ...parts.map((_, i) => parts.slice(i, i + 3).join(''))]);
  const period = PERIODS.find(({ name }) => [...words].some((word) => name.test(word)));
  const [low, high] = [baseline, current].map(rangeOf).reduce(([a, b], [c, d]) => [Math.min(a, c), Math.max(b, d)]);
  return period?.ranges.some(([from, to]) => low >= from && high <= to) ?? false;
}

/** Of all values, or of the finite edges of the buckets that hold any. */
function rangeOf(distribution: Distribution): readonly [low: number, high: number] {
  switch (distribution.kind) {
    case 'samples': {
      const { sorted } = distribution;
      return sorted.length === 0 ? [Infinity, -Infinity] : [sorted[0], sorted[sorted.length - 1]];
    }
    case 'histogram': {
      const { edges, bins, minimum, maximum } = distribution;
      const filled = Array.from(bins.keys()).filter((i) => bins[i] > 0);
      return [
        minimum ?? Math.min(...filled.map((i) => edges[i])),
        maximum ?? Math.max(...filled.map((i) => edges[i + 1])),
      ];
    }
    case 'quantiles':
      return [distribution.values[0], distribution.values[distribution.values.length - 1]];
    case 'categories':
      return [NaN, NaN];
  }
}
