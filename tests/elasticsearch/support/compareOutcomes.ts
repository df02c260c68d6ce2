import type { Outcomes } from '../../../src/outcomes/Outcomes';
import { isExact, type ScoreTable } from '../../../src/outcomes/ScoreTable';
import type { OutcomesCell, OutcomesSet } from '../../../src/sources/OutcomesRequest';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What a store counted must be what its rows say: the same, but for scores in buckets, ages in steps and sizes of errors. */
export function compareOutcomes(store: OutcomesSet, rows: OutcomesSet): void {
  const [mine, theirs] = [store, rows].map(({ cells }) => new Map(cells.map((cell) => [keyOf(cell), cell.outcomes])));
  expect([...mine.keys()].sort()).toEqual([...theirs.keys()].sort());
  mine.forEach((counted, key) => {
    const exact = theirs.get(key);
    if (exact === undefined) {
      throw new Error(key);
    }
    expect({ key, ...plainly(counted) }).toEqual({ key, ...plainly(exact) });
    exact.scores?.forEach((table, column) => compareScores(counted.scores?.get(column), table));
    compareDelays(counted, exact);
    compareErrors(counted, exact);
  });
  const [found, right] = [store.findings, rows.findings];
  expect([...(found.missing ?? [])]).toEqual([...(right.missing ?? [])]);
  expect(found.outside?.rows).toEqual(right.outside?.rows);
  // Told by the hour or the day.
  expect(found.beforePrediction ?? 0).toBeLessThanOrEqual(right.beforePrediction ?? 0);
}

function keyOf({ window, segment, block }: OutcomesCell): string {
  return JSON.stringify([window, segment, new Date(block).toISOString()]);
}

function plainly({ rows, labelled, confusion, unlabelled }: Outcomes) {
  return {
    ...{ rows, labelled },
    confusion: confusion && {
      classes: confusion.classes,
      counts: confusion.counts.map((counts) => [...counts]),
    },
    unlabelled: unlabelled && Object.fromEntries([...unlabelled].sort()),
  };
}

function compareScores(counted: ScoreTable | undefined, exact: ScoreTable): void {
  if (counted === undefined) {
    throw new Error('no scores');
  }
  const sides = (table: ScoreTable) =>
    [...table.byClass, ...(table.unlabelled ? [['(none)', table.unlabelled] as const] : [])].filter(([, { counts }]) =>
      counts.some((count) => count > 0)
    );
  const [mine, theirs] = [counted, exact].map((table) => new Map(sides(table)));
  expect([...mine.keys()].sort()).toEqual([...theirs.keys()].sort());
  theirs.forEach(({ counts }, name) => {
    const own = mine.get(name);
    if (isExact(counted)) {
      const told = [...counted.lower].map((score, i) => [score, own?.counts[i]]).filter(([, count]) => count !== 0);
      const right = [...exact.lower].map((score, i) => [score, counts[i]]).filter(([, count]) => count !== 0);
      expect(told).toEqual(right);
      return;
    }
    const last = counted.lower.length - 1;
    const holds = (score: number, i: number) =>
      counted.lower[i] <= score &&
      (score < counted.upper[i] || counted.lower[i] === score || (i === last && score <= counted.upper[i]));
    const places = [...exact.lower].map((score) => counted.lower.findLastIndex((_, i) => holds(score, i)));
    const [sums, sizes] = [new Float64Array(last + 1), new Float64Array(last + 1)];
    places.forEach((place, i) => {
      expect(place).toBeGreaterThanOrEqual(0);
      sizes[place] += counts[i];
      sums[place] += counts[i] * exact.lower[i];
    });
    expect([...(own?.counts ?? [])]).toEqual([...sizes]);
    own?.sums?.forEach((sum, i) => expect(sum).toBeCloseTo(sums[i], 4));
    const squares = [...exact.lower].reduce((sum, score, i) => sum + counts[i] * score * score, 0);
    expect(own?.total?.sum).toBeCloseTo(
      sums.reduce((sum, one) => sum + one, 0),
      4
    );
    expect(own?.total?.squares).toBeCloseTo(squares, 4);
  });
}

/** Files round ages up too: to an hour, to six from a week on, and to a day from thirty days on. */
function roundedBy(age: number): number {
  return age <= 7 * DAY ? HOUR : age <= 30 * DAY ? 6 * HOUR : DAY;
}

/** As many rows, of ages that are too long by less than two steps. */
function compareDelays({ delays: counted }: Outcomes, { delays: exact }: Outcomes): void {
  expect(counted === undefined).toBe(exact === undefined);
  if (counted === undefined || exact === undefined) {
    return;
  }
  const step = counted.ages.every((age) => age % DAY === 0) ? DAY : HOUR;
  const list = (ages: Float64Array, counts: Float64Array) =>
    [...ages].flatMap((age, i) => Array.from({ length: counts[i] }, () => age));
  const compare = (mine: typeof counted, theirs: typeof exact) =>
    (['labelled', 'censored'] as const).forEach((kind) => {
      const [told, right] = [list(mine.ages, mine[kind]), list(theirs.ages, theirs[kind])];
      expect(told).toHaveLength(right.length);
      told.forEach((age, i) => {
        expect(age).toBeGreaterThanOrEqual(right[i] - roundedBy(right[i]));
        expect(age).toBeLessThanOrEqual(right[i] + 2 * step);
      });
    });
  compare(counted, exact);
  expect([...(counted.byPredicted?.keys() ?? [])].sort()).toEqual([...(exact.byPredicted?.keys() ?? [])].sort());
  exact.byPredicted?.forEach((curve, name) =>
    compare({ ...counted, ...counted.byPredicted?.get(name) }, { ...exact, ...curve })
  );
}

function compareErrors({ errors: counted }: Outcomes, { errors: exact }: Outcomes): void {
  expect(counted?.rows).toBe(exact?.rows);
  if (counted === undefined || exact === undefined || exact.rows === 0) {
    return;
  }
  for (const name of ['meanActual', 'meanPredicted'] as const) {
    expect(Math.abs(counted[name] - exact[name])).toBeLessThanOrEqual(1e-12 * Math.abs(exact[name]) + 1e-12);
  }
  const scale =
    exact.squaresActual + exact.squaresPredicted + exact.rows * (exact.meanActual ** 2 + exact.meanPredicted ** 2);
  for (const name of ['squaresActual', 'squaresPredicted', 'products'] as const) {
    expect(Math.abs(counted[name] - exact[name])).toBeLessThanOrEqual(1e-12 * scale);
  }
  expect(counted.absolute.low).toBeLessThanOrEqual(exact.absolute.low * (1 + 1e-9) + 1e-9);
  expect(counted.absolute.high).toBeGreaterThanOrEqual(exact.absolute.high * (1 - 1e-9) - 1e-9);
}
