import type { Categories, Histogram } from '../../../distribution/Distribution';
import type { OutcomesRequest } from '../../OutcomesRequest';
import type { DistributionCell } from '../../Source';
import { CellsByDay } from './CellsByDay';

const DAY = { window: 0, start: 0, from: 0, to: 86_400_000 };
const request = {
  segmentBy: [],
  roles: { label: { field: 'actual' }, prediction: 'predicted' },
} as unknown as OutcomesRequest;

function cellsOf(cells: ReadonlyArray<readonly [string, DistributionCell['distribution']]>): CellsByDay {
  const all = new CellsByDay(request, [DAY]);
  all.add({
    cells: cells.map(([actual, distribution]) => ({ window: 0, segment: { actual }, feature: 'f', distribution })),
    notices: [],
  } as unknown as Parameters<CellsByDay['add']>[0]);
  return all;
}

const categories = (byCategory: Readonly<Record<string, number>>) =>
  ({
    ...{ kind: 'categories', byCategory: new Map(Object.entries(byCategory)), rest: 0, guarantee: 'exact' },
  }) as unknown as Categories;
const histogram = (inBucket: number) =>
  ({
    kind: 'histogram',
    edges: Float64Array.of(0, 0.5, 1),
    bins: Float64Array.of(inBucket, 0),
  }) as unknown as Histogram;

it('says which series are left out, since their class stands for a missing value', () => {
  const found = cellsOf([
    ['late', categories({ late: 5, None: 2 })],
    ['', categories({ late: 3 })],
  ]);
  expect(found.all[0].outcomes).toMatchObject({ rows: 5, confusion: { classes: ['late'] } });
  expect(found.missing).toEqual([
    'Series without the label "actual" are left out.',
    '"None" in the label "predicted" read as missing: its series are left out.',
  ]);
  expect(cellsOf([['None', categories({ None: 2 })]]).missing).toEqual([]);
});

it('adds up the scores of a class that series write in several ways', () => {
  const [{ outcomes }] = cellsOf([
    ['1', histogram(3)],
    ['1.0', histogram(4)],
  ]).all;
  expect(outcomes.rows).toBe(7);
});
