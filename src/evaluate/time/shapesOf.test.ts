import { categoriesFromValues } from '../../distribution/categoriesFromValues';
import { sampleFromValues } from '../../distribution/sampleFromValues';
import type { DistributionCell } from '../../sources/Source';
import { shapesOf } from './shapesOf';

const cell = (window: number, distribution: DistributionCell['distribution']): DistributionCell => ({
  window,
  segment: {},
  feature: 'x',
  distribution,
});

it('lists the twenty most frequent categories of all windows, in one spelling', () => {
  const many = Array.from({ length: 30 }, (_, i) => new Array<string>(40 - i).fill(`c${i}`)).flat();
  const windows = [categoriesFromValues(many), categoriesFromValues(['c29 ', ...new Array<string>(40).fill('c29')])];
  const shape = shapesOf(
    windows.map((one, i) => cell(i, one)),
    true
  ).get('x');
  expect(shape).toMatchObject({ kind: 'categories' });
  const categories = shape?.kind === 'categories' ? shape.categories : [];
  expect(categories).toHaveLength(20);
  expect(categories.slice(0, 2)).toEqual(['c29', 'c0']);
});

it('names no category that fewer rows have than may be', () => {
  const rare = categoriesFromValues(['a', 'a', 'a', 'b']);
  expect(shapesOf([cell(0, rare)], true, 3).get('x')).toEqual({ kind: 'categories', categories: ['a'] });
});

it('places cuts by all windows together, and by none that are not what they seem', () => {
  const [low, high] = [sampleFromValues([1, 2, 3]), sampleFromValues([101, 102, 103])];
  const both = shapesOf([cell(0, low), cell(1, high)], true).get('x');
  const one = shapesOf([cell(0, low), { ...cell(1, high), undecided: 'half of it' }], true).get('x');
  expect(both?.kind === 'edges' && both.edges.includes(101)).toBe(true);
  expect(one).toEqual(shapesOf([cell(0, low)], true).get('x'));
});

it('has no bins for a feature without values', () => {
  expect(shapesOf([cell(0, sampleFromValues([]))], true).size).toBe(0);
});
