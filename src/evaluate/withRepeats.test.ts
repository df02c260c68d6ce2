/** @jest-environment node */
import type { Histogram, Samples } from '../distribution/Distribution';
import { histogramFromSamples } from '../distribution/histogramFromSamples';
import { occurrencesOf } from '../distribution/occurrences';
import type { TypedFeature } from '../sources/Source';
import { fisherByValue } from '../statistics/numeric/fisherByValue';
import { samples } from '../verdict/testSamples';
import { Cells } from './cells';
import type { Sides } from './compare';
import { type CountValues, withRepeats } from './withRepeats';

const features: readonly TypedFeature[] = [{ name: 'x', type: 'numeric' }];
const WIDE = [-Infinity, 100, 300, Infinity];

/** 600 different numbers, of which 135 is as frequent as asked for and 30 others twice as frequent as the rest. */
function rows(of135: number): number[] {
  return Array.from({ length: 6000 }, (_, i) => (i < of135 ? 135 : i % 4 === 0 ? 400 + (i % 30) : i % 600));
}

/** As a store counts: the `most` most frequent numbers, or those that are named. */
function store(side: Samples, most: number, asked: Array<readonly number[] | undefined>): CountValues {
  return (_, values) => {
    const named = values?.get('x');
    asked.push(named);
    const different = [...new Set(side.sorted)];
    const frequent = different.sort((a, b) => count(side, b) - count(side, a)).slice(0, most);
    const listed = (named ?? frequent).map((value) => {
      const exact = count(side, value);
      return [value, { low: exact, high: exact }] as const;
    });
    const others = named === undefined ? count(side, frequent[most - 1]) : Infinity;
    return Promise.resolve(
      cells({ ...histogramFromSamples(side, [-Infinity, Infinity]), repeats: { values: new Map(listed), others } })
    );
  };
}

const count = (side: Samples, value: number) => occurrencesOf(side, value).low;

function cells(distribution: Histogram | Samples): Cells {
  return new Cells({ cells: [{ window: 0, segment: {}, feature: 'x', distribution }], notices: [] });
}

const ends = ({ sorted }: Samples) => ({ minimum: sorted[0], maximum: sorted[sorted.length - 1] });
const wide = (side: Samples, edges: readonly number[] = WIDE): Histogram => ({
  ...histogramFromSamples(side, edges),
  ...ends(side),
});

function sidesOf(baseline: Histogram | Samples, current: Histogram | Samples): Sides {
  const selection = { selection: {}, windows: [null], windowOf: [0], description: '', separate: false };
  const both = { baseline: cells(baseline), current: cells(current) };
  return { windows: [null], baselineSide: selection, ...both, features, wholeBaseline: false };
}

const [before, after] = [samples(rows(0)), samples(rows(80))];
const compared = ({ baseline, current }: Sides) =>
  fisherByValue(baseline.get(0, {}, features[0]), current.get(0, {}, features[0]));

it.each([
  ['wide', WIDE],
  ['others', [-Infinity, 0, 410, 411, 500, Infinity]],
  ['narrow ones, of others', [-Infinity, 7, 8, 9, 401, 402, 403, Infinity]],
])('tests the numbers that the rows would have tested, with %s buckets', async (_, edges) => {
  const asked: Array<readonly number[] | undefined> = [];
  const count = { baseline: store(before, 31, asked), current: store(after, 31, asked) };
  const found = await withRepeats(sidesOf(wide(before, edges), wide(after, edges)), count, 1);
  expect(compared(found)).toEqual(fisherByValue(before, after));
  expect(compared(found).map(({ value }) => value)).toContain(135);
  // Twice on each side: the second time by name, and both the same.
  expect(asked).toHaveLength(4);
  expect(asked[2]).toEqual(asked[3]);
});

it('compares the rows of one side with the counts of the other', async () => {
  const found = await withRepeats(sidesOf(before, wide(after)), { current: store(after, 60, []) }, 1);
  expect(compared(found)).toEqual(fisherByValue(before, after));
});

it('asks nothing where every bucket holds a single number, or a side tells none', async () => {
  const few = samples(Array.from({ length: 200 }, () => 5));
  const asked: Array<readonly number[] | undefined> = [];
  const count = { baseline: store(few, 60, asked), current: store(few, 60, asked) };
  await withRepeats(sidesOf(wide(few), wide(few)), count, 1);
  await withRepeats(sidesOf(wide(before), wide(after)), { current: count.current }, 1);
  expect(asked).toEqual([]);
});

it('leaves the numbers of rows that came in meanwhile', async () => {
  const more = samples([...rows(80), 135]);
  const count = { baseline: store(before, 31, []), current: store(more, 60, []) };
  const found = await withRepeats(sidesOf(wide(before), wide(after)), count, 1);
  expect(found.current.get(0, {}, features[0])).not.toHaveProperty('repeats');
});
