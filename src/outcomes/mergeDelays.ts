import type { DelayCounts } from './DelayCounts';
import { placesIn, sortedUnion } from './sortedUnion';

type Curve = Pick<DelayCounts, 'labelled' | 'censored'>;

/** Delays of several sets of rows as those of all, on the union of their ages. */
export function mergeDelays(parts: readonly DelayCounts[]): DelayCounts {
  const ages = sortedUnion(parts.map((part) => part.ages));
  const places = parts.map((part) => placesIn(part.ages, ages));
  const sum = (curves: ReadonlyArray<Curve | undefined>): Curve => {
    const total = { labelled: new Float64Array(ages.length), censored: new Float64Array(ages.length) };
    curves.forEach((curve, part) => {
      for (let i = 0; curve && i < places[part].length; i++) {
        total.labelled[places[part][i]] += curve.labelled[i];
        total.censored[places[part][i]] += curve.censored[i];
      }
    });
    return total;
  };
  const byClass = parts.every(({ byPredicted }) => byPredicted !== undefined);
  const names = new Set(parts.flatMap(({ byPredicted }) => [...(byPredicted?.keys() ?? [])]));
  return {
    ages,
    ...sum(parts),
    ...(byClass && {
      byPredicted: new Map(
        [...names].map((name) => [name, sum(parts.map(({ byPredicted }) => byPredicted?.get(name)))] as const)
      ),
    }),
  };
}
