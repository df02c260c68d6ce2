import { type Ask, TEN_DAYS_BEFORE } from './FieldCase';
import { currentOf, totalsOf } from './read';

const FIVE = [0, 1, 2, 3, 4];

/**
 * Five whole numbers in the field `id` that doubles can't tell apart, each in 200 of the documents: each is a category and a
 * segment of its own. The documents have a number `x` beside it.
 */
export function asksOfFive(current: object, id: (i: number) => string): Ask[] {
  const ask = (feature: object, more: object = {}) => ({
    kind: 'drift',
    current: { ...current, features: [feature] },
    baseline: TEN_DAYS_BEFORE,
    ...more,
  });
  return [
    {
      what: 'has a category for each',
      query: ask({ name: 'id', type: 'categorical' }),
      right: (answer) =>
        expect(currentOf(answer, 'id')).toMatchObject({
          rest: 0,
          byCategory: new Map(FIVE.map((i) => [id(i), 200])),
        }),
    },
    {
      what: 'has a segment for each',
      query: ask({ name: 'x' }, { segmentBy: ['id'] }),
      right: (answer) => expect(totalsOf(answer)).toEqual(Object.fromEntries(FIVE.map((i) => [id(i), 200]))),
    },
  ];
}
