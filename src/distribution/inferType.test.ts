/** @jest-environment node */
import { profileColumn } from './ColumnProfile';
import { inferType } from './inferType';

const repeat = (values: unknown[], times: number) => Array.from({ length: times }, () => values).flat();
const typeOf = (cells: unknown[]) => inferType(profileColumn(cells)).type;

describe('inferType', () => {
  it.each([
    ['nothing', [null, ''], 'categorical'],
    ['0 and 1', repeat([0, 1], 30), 'boolean'],
    ['0 and 1 as text', repeat(['0', '1'], 30), 'boolean'],
    ['true alone', [true, true], 'boolean'],
    ['Yes and no', ['Yes', 'no', 'Yes'], 'boolean'],
    ['two other texts', ['a', 'b', 'a'], 'categorical'],
    ['few whole numbers, often', repeat([1, 2, 3], 30), 'categorical'],
    ['versions, most of them numbers', [...repeat(['1', '2'], 500), ...repeat(['1-backtest'], 30)], 'categorical'],
    ['few whole numbers, seldom', [1, 2, 3], 'numeric'],
    ['a dozen whole numbers', repeat([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 30), 'numeric'],
    ['fractions', [0.5, 1.5, NaN, Infinity, null], 'numeric'],
    ['numbers with one typing error', [...repeat([1.5, 2.5], 15), 'oops'], 'numeric'],
    ['dates', [new Date(0), new Date(1)], 'time'],
    ['ISO times', ['2013-01-01T00:00:00Z', '2013-01-02'], 'time'],
    ['sentences', ['the plane is late today', 'we are on our way', 'no news for you'], 'text'],
    ['words', repeat(['red', 'green', 'blue'], 5), 'categorical'],
  ])('%s', (_, cells, type) => expect(typeOf(cells)).toBe(type));

  it('tells identifiers', () => {
    const serial = inferType(profileColumn(Array.from({ length: 500 }, (_, i) => i + 1000)));
    expect(serial).toMatchObject({ type: 'numeric', identifier: true });
    const keys = inferType(profileColumn(Array.from({ length: 3000 }, (_, i) => `user-${i}`)));
    expect(keys).toMatchObject({ type: 'categorical', identifier: true });
    const many = inferType(profileColumn(Array.from({ length: 9000 }, (_, i) => `user-${(i * 7919) % 700}`)));
    expect(many).toMatchObject({ type: 'categorical', identifier: false });
  });

  it('gives the rule that decided', () => {
    expect(inferType(profileColumn(['a', 'b', 'c'])).evidence).toBe('3 different texts');
  });
});
