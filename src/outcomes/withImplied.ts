import type { ConfusionCounts } from './ConfusionCounts';
import type { Outcomes } from './Outcomes';
import type { ScoreCounts, ScoreTable } from './ScoreTable';

/** Every row without a label gets the class that is implied once labels are complete. */
export function withImplied(outcomes: Outcomes, implied: string): Outcomes {
  const { rows, labelled, confusion, unlabelled, scores } = outcomes;
  if (rows === labelled) {
    return outcomes;
  }
  return {
    ...outcomes,
    labelled: rows,
    // Where nothing was reported there is no matrix yet.
    ...((confusion ?? unlabelled) !== undefined && {
      confusion: withCounts(confusion ?? { classes: [], counts: [] }, implied, unlabelled ?? new Map()),
    }),
    unlabelled: new Map(),
    // A click that is not reported was none; where something else is implied the lists don't tell it.
    ...(outcomes.lists !== undefined && { lists: outcomes.lists.closed }),
    ...(scores !== undefined && {
      scores: new Map([...scores].map(([column, table]) => [column, withScores(table, implied)])),
    }),
  };
}

function withCounts(confusion: ConfusionCounts, implied: string, more: ReadonlyMap<string, number>): ConfusionCounts {
  const classes = [...new Set([...confusion.classes, implied, ...more.keys()])].sort((a, b) => (a < b ? -1 : 1));
  const place = new Map(classes.map((name, index) => [name, index]));
  const counts = classes.map(() => new Float64Array(classes.length));
  confusion.classes.forEach((actual, i) =>
    confusion.classes.forEach((predicted, j) => {
      counts[place.get(actual)!][place.get(predicted)!] += confusion.counts[i][j];
    })
  );
  for (const [predicted, rows] of more) {
    counts[place.get(implied)!][place.get(predicted)!] += rows;
  }
  return { classes, counts };
}

function withScores(table: ScoreTable, implied: string): ScoreTable {
  const { unlabelled, ...known } = table;
  if (unlabelled === undefined) {
    return table;
  }
  const own = table.byClass.get(implied);
  return {
    ...known,
    byClass: new Map([...table.byClass, [implied, own === undefined ? unlabelled : sum(own, unlabelled)]]),
  };
}

function sum(a: ScoreCounts, b: ScoreCounts): ScoreCounts {
  const add = (x: Float64Array, y: Float64Array) => x.map((value, index) => value + y[index]);
  const total =
    a.total === undefined || b.total === undefined
      ? undefined
      : {
          sum: a.total.sum + b.total.sum,
          ...(a.total.squares !== undefined &&
            b.total.squares !== undefined && { squares: a.total.squares + b.total.squares }),
        };
  return {
    counts: add(a.counts, b.counts),
    ...(a.sums !== undefined && b.sums !== undefined && { sums: add(a.sums, b.sums) }),
    ...(total !== undefined && { total }),
  };
}
