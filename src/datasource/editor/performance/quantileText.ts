import type { QueryDraft } from '../../ModelwatchQuery';

type Quantiles = NonNullable<QueryDraft['forecast']>['quantiles'];

/** `0.1: p10, 0.9: p90` */
export function writeQuantiles(quantiles: Quantiles): string {
  return Object.entries(quantiles ?? {})
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([level, column]) => `${level}: ${column}`)
    .join(', ');
}

/** Reads what `writeQuantiles` writes; undefined where nothing is named. The schema says what is wrong with a level. */
export function readQuantiles(text: string): Quantiles {
  const pairs = text.split(',').flatMap((part) => {
    const at = part.search(/[:=]/);
    const [level, column] = at < 0 ? [part.trim(), ''] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    return level === '' && column === '' ? [] : [[level, column] as const];
  });
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}
