/** @jest-environment node */
import { variablesOf } from './fill/testing/variablesOf';
import { interpolateQuery } from './interpolateQuery';

const variables = variablesOf({
  feature: ['distance', 'carrier'],
  file: ['flights.parquet'],
  files: ['a.csv', 'b.csv'],
  output: ['prediction'],
  classes: ['late', 'on_time'],
  none: [],
  empty: [''],
  all: { custom: '.*', values: ['distance', 'carrier'] },
  allUnknown: { custom: '.*', values: [] },
});

const fill = <Value>(value: Value) => interpolateQuery(value, variables);

test('replaces variables in every text, however deep, and leaves the rest as it is', () => {
  const query = Object.freeze({
    kind: 'drift',
    current: Object.freeze({ path: 'data/$file', features: [{ name: 'x', field: '$file' }] }),
    decision: { alpha: 0.05, strict: false },
    bins: undefined,
  });
  expect(fill(query)).toEqual({
    kind: 'drift',
    current: { path: 'data/flights.parquet', features: [{ name: 'x', field: 'flights.parquet' }] },
    decision: { alpha: 0.05, strict: false },
  });
});

test.each(['$feature', '${feature}', '${feature:csv}', '${feature:raw}', '[[feature]]', '[[feature:csv]]', '$all'])(
  '%s alone becomes an entry for each value',
  (name) => {
    const query = { features: [{ name, type: 'numeric' }, { name: 'origin' }], segmentBy: [name, 'version'] };
    expect(fill(query)).toEqual({
      features: [{ name: 'distance', type: 'numeric' }, { name: 'carrier', type: 'numeric' }, { name: 'origin' }],
      segmentBy: ['distance', 'carrier', 'version'],
    });
  }
);

test('a custom "All" without values to choose from is itself, never the name of the variable', () =>
  expect(fill({ segmentBy: ['$allUnknown'] })).toEqual({ segmentBy: ['.*'] }));

test('what a variable names beside a fixed entry is meant once; what differs stays', () => {
  expect(fill({ features: [{ name: '$feature' }, { name: 'distance' }], segmentBy: ['$feature', 'carrier'] })).toEqual({
    features: [{ name: 'distance' }, { name: 'carrier' }],
    segmentBy: ['distance', 'carrier'],
  });
  expect(fill({ features: [{ name: '$feature' }, { name: 'distance', field: 'd' }] }).features).toHaveLength(3);
  expect(fill({ allowed: [1, 1] })).toEqual({ allowed: [1, 1] });
});

test('in the texts of an entry that a variable names, the variable has the value of that entry', () => {
  const measures = [{ name: '${classes:raw}', aggregate: 'count', query: '$output:"${classes:raw}"' }];
  expect(fill({ measures })).toEqual({
    measures: [
      { name: 'late', aggregate: 'count', query: 'prediction:"late"' },
      { name: 'on_time', aggregate: 'count', query: 'prediction:"on_time"' },
    ],
  });
});

test('a name that says more than the variable has its values beside one another, and the filter all of them', () => {
  const measures = [{ name: 'n of $classes', aggregate: 'count', query: 'c:"$classes"' }];
  expect(fill({ measures })).toEqual({
    measures: [{ name: 'n of late, on_time', aggregate: 'count', query: 'c:("late" OR "on_time")' }],
  });
});

test.each(['$none', '$empty', '${empty}'])('%s has no value, and leaves neither an entry nor a key', (name) => {
  const query = {
    current: { path: '$file', timeField: name, query: name },
    segmentBy: [name, 'origin'],
    measures: [
      { name: 'all', aggregate: 'count' },
      { name: 'late', aggregate: 'count', query: `label:"${name}"` },
    ],
  };
  expect(fill(query)).toEqual({
    current: { path: 'flights.parquet' },
    segmentBy: ['origin'],
    measures: [{ name: 'all', aggregate: 'count' }],
  });
});

test.each([
  [{ query: 'outcome:$none' }, 'The variable "none" has no value, and "query" needs one. Choose a value.'],
  [{ query: 'outcome:"$empty"' }, 'The variable "empty" has no value'],
  [{ matchers: 'model="$none"' }, 'The variable "none" has no value'],
  [{ path: 'data/$none' }, 'The variable "none" has no value'],
  [{ path: '$files' }, 'The variable "files" has several values, and "path" takes one here. Choose one value.'],
  [{ timeField: 'at_$feature' }, 'has several values, and "timeField" takes one here'],
])('%j is refused', (current, message) => expect(() => fill({ current })).toThrow(message));

test('several values of an index are several indices', () =>
  expect(fill({ index: 'flights-$feature-*,${classes:csv}' })).toEqual({
    index: 'flights-distance-*,late,on_time,flights-carrier-*,late,on_time',
  }));

test('a name that is no variable stays: columns may be called so', () =>
  expect(fill({ features: [{ name: 'price$usd' }], segmentBy: ['$city'] })).toEqual({
    features: [{ name: 'price$usd' }],
    segmentBy: ['$city'],
  }));

test('a text that was empty before stays', () => {
  expect(fill({ text: '', current: { query: '' } })).toEqual({ text: '', current: { query: '' } });
});
