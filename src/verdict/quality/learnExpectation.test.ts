import { sampleFromNumbers } from '../../distribution/sampleFromValues';
import { countsOf } from '../../distribution/valueCounts';
import type { Categories } from '../../distribution/Distribution';
import { expectationSchema } from '../../query/expectation';
import { learnExpectation } from './learnExpectation';

const numbers = (values: number[], missing = 0) => ({
  type: 'numeric' as const,
  current: sampleFromNumbers(Float64Array.from(values), missing),
  identifier: false,
});

function categories(counts: Record<string, number>): Categories {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    kind: 'categories',
    counts: countsOf(total),
    byCategory: new Map(Object.entries(counts)),
    rest: 0,
    guarantee: 'exact',
  };
}

it.each([
  [[3, 17], 0.1, { min: 1.6, max: 18.4 }],
  [[0, 4983], 0, { min: 0, max: 4990 }],
  [[-12.34, 5], 0, { min: -12.4, max: 5 }],
  [[1, 100], 0.5, { min: 0, max: 150 }],
])('moves the range of %j out by %p of its width, to three digits, never across 0', (values, tolerance, range) => {
  expect(learnExpectation(numbers(values), tolerance)).toEqual({ type: 'numeric', maxMissingRate: 0, ...range });
});

it('allows some more missing values than there were, and as many as chance may make of them', () => {
  const half = Array.from({ length: 50_000 }, (_, i) => i);
  expect(learnExpectation(numbers(half, 50_000), 0.1).maxMissingRate).toBe(0.55);
  // 10% of 2,000 rows: on another day 12% are no news.
  expect(learnExpectation(numbers(half.slice(0, 1800), 200), 0.1).maxMissingRate).toBe(0.121);
  expect(learnExpectation(numbers([1, 2, 3], 1), 0.1).maxMissingRate).toBe(0.9);
  expect(
    learnExpectation(
      numbers(
        Array.from({ length: 999 }, () => 1),
        1
      ),
      0.1
    ).maxMissingRate
  ).toBe(0.011);
});

it('lists categories, lengths of text, and what must be unique', () => {
  const current = categories({ b: 3, a: 1 });
  expect(learnExpectation({ type: 'categorical', current, identifier: false }, 0.1)).toMatchObject({
    allowed: ['a', 'b'],
  });
  const text = categories({ 'ten chars.': 1, four: 2 });
  expect(learnExpectation({ type: 'text', current: text, identifier: false }, 0.5)).toMatchObject({
    minLength: 2,
    maxLength: 15,
  });
  expect(learnExpectation({ type: 'categorical', current, identifier: true }, 0.1)).toEqual({
    type: 'categorical',
    maxMissingRate: 0,
    unique: true,
  });
});

it('writes nothing of numbers that are not there, and always what can be read again', () => {
  expect(learnExpectation(numbers([], 5), 0.1)).toEqual({ type: 'numeric', maxMissingRate: 1 });
  for (const values of [[-1e-9, 1e300], [7], [-5, -4]]) {
    const learnt = learnExpectation(numbers(values), 0.1);
    expect(expectationSchema.parse(learnt)).toEqual(learnt);
  }
});

it('writes down no set that a category is too rare to be named in, and none without it', () => {
  const current = categories({ late: 400, on_time: 600, Smith: 3 });
  const learn = (minimumCount?: number) =>
    learnExpectation({ type: 'categorical', current, identifier: false, minimumCount }, 0.1);
  expect(learn().allowed).toEqual(['Smith', 'late', 'on_time']);
  expect(learn(3).allowed).toEqual(['Smith', 'late', 'on_time']);
  // A set without it would break at the first row that has it; a set with it would name it.
  expect(learn(4)).toEqual({ type: 'categorical', maxMissingRate: 0 });
  const many = learnExpectation(
    { type: 'categorical', current: categories({ late: 4, on_time: 6 }), identifier: false, minimumCount: 4 },
    0.1
  );
  expect(many.allowed).toEqual(['late', 'on_time']);
});
