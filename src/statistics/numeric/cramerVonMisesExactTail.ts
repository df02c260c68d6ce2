import { columnTerm } from './cramerVonMisesColumn';
import type { RankTable } from './RankTable';

/** Ascending values of 4U and the number of labelings that give each. */
interface Ways {
  readonly values: number[];
  readonly counts: number[];
}

/**
 * P(U ≥ observed) over all N!/(n!m!) labelings of the pooled values, given their ties. Goes through the groups of tied
 * values, and keeps for each number of baseline values so far how many labelings lead to each value of 4U (after
 * Y. Xiao, A. Gordon, A. Yakovlev, "A C++ program for the Cramér–von Mises two-sample test", 2007, who have no ties).
 */
export function cramerVonMisesExactTail(fourfoldObserved: number, { baseline, current, n, m }: RankTable): number {
  let states: Array<Ways | undefined> = [{ values: [0], counts: [1] }];
  let before = 0;
  for (let group = 0; group < baseline.length; group++) {
    const size = baseline[group] + current[group];
    const next: Array<Ways | undefined> = [];
    states.forEach((ways, below) => {
      if (ways === undefined) {
        return;
      }
      const belowCurrent = before - below;
      for (let a = Math.max(0, size - (m - belowCurrent)); a <= Math.min(size, n - below); a++) {
        const term = columnTerm(a, size - a, below, belowCurrent, n, m);
        next[below + a] = merged(next[below + a], shifted(ways, term, binomial(size, a)));
      }
    });
    states = next;
    before += size;
  }
  const { values, counts } = states[n] ?? { values: [], counts: [] };
  const reached = counts.reduce((sum, count, i) => sum + (values[i] >= fourfoldObserved ? count : 0), 0);
  return reached / binomial(n + m, n);
}

function shifted({ values, counts }: Ways, by: number, times: number): Ways {
  return { values: values.map((value) => value + by), counts: counts.map((count) => count * times) };
}

function merged(a: Ways | undefined, b: Ways): Ways {
  if (a === undefined) {
    return b;
  }
  const values: number[] = [];
  const counts: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.values.length || j < b.values.length) {
    const x = i < a.values.length ? a.values[i] : Infinity;
    const y = j < b.values.length ? b.values[j] : Infinity;
    values.push(Math.min(x, y));
    counts.push((x <= y ? a.counts[i++] : 0) + (y <= x ? b.counts[j++] : 0));
  }
  return { values, counts };
}

function binomial(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) {
    result = Math.round((result * (n - k + i)) / i);
  }
  return result;
}
