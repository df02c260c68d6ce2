import { parseQuery } from './parseQuery';

const query = (measures: readonly object[]) =>
  parseQuery({
    kind: 'volume',
    current: { path: 'calls.csv', timeField: 'time' },
    baseline: { kind: 'previous', offset: '1w' },
    measures,
  });
const calls = { name: 'calls', aggregate: 'count' };

it('takes another measure that counts calls, and PromQL beside an expression', () => {
  expect(() => query([calls, { name: 'rate', aggregate: 'count', query: 'error:1', of: 'calls' }])).not.toThrow();
  expect(() => query([{ name: 'rate', expr: 'a / b', of: 'b' }])).not.toThrow();
});

it.each([
  [[calls, { name: 'rate', aggregate: 'count', query: 'error:1', of: 'cals' }], 'there is calls'],
  [[{ name: 'rate', aggregate: 'count', of: 'rate' }], 'add one'],
])('says which there are: %#', (measures, help) => {
  expect(() => query(measures)).toThrow(help);
});
