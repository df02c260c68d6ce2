/** @jest-environment node */
import { interpolateQuery, type Replace, wholeVariable } from './interpolateQuery';

type Values = Record<string, string[]>;

const VALUES: Values = {
  feature: ['distance', 'carrier'],
  file: ['flights.parquet'],
  output: ['prediction'],
  classes: ['late', 'on_time'],
  none: [],
  empty: [''],
};

function replacing(values: Values): Replace {
  const named = (template: string) => [...template.matchAll(/\$\{?(\w+)\}?/g)].map(([, name]) => name);
  const valuesOf = (name: string) => (values[name] ?? [name]).filter((value) => value !== '');
  return {
    text: (template) => template.replace(/\$\{?(\w+)\}?/g, (_, name: string) => valuesOf(name).join('|')),
    list: (template) => valuesOf(/\w+/.exec(template)?.[0] ?? ''),
    lacks: (template) => named(template).some((name) => valuesOf(name).length === 0),
    within: (template, value) => replacing({ ...values, [wholeVariable(template) ?? '']: [value] }),
  };
}

const replace = replacing(VALUES);

test('replaces variables in every text, however deep, and leaves the rest as it is', () => {
  const query = Object.freeze({
    kind: 'drift',
    current: Object.freeze({ path: 'data/$file', features: [{ name: 'x', field: '$file' }] }),
    decision: { alpha: 0.05, strict: false },
    bins: undefined,
  });
  expect(interpolateQuery(query, replace)).toEqual({
    kind: 'drift',
    current: { path: 'data/flights.parquet', features: [{ name: 'x', field: 'flights.parquet' }] },
    decision: { alpha: 0.05, strict: false },
  });
});

test.each(['$feature', '${feature}', '${feature:csv}', '[[feature]]'])(
  '%s alone becomes an entry for each value',
  (name) => {
    const query = { features: [{ name, type: 'numeric' }, { name: 'origin' }], segmentBy: [name, 'version'] };
    expect(interpolateQuery(query, replace)).toEqual({
      features: [{ name: 'distance', type: 'numeric' }, { name: 'carrier', type: 'numeric' }, { name: 'origin' }],
      segmentBy: ['distance', 'carrier', 'version'],
    });
  }
);

test('in the texts of an entry that a variable names, the variable has the value of that entry', () => {
  const measures = [{ name: '$classes', aggregate: 'count', query: '$output:"$classes"' }];
  expect(interpolateQuery({ measures }, replace)).toEqual({
    measures: [
      { name: 'late', aggregate: 'count', query: 'prediction:"late"' },
      { name: 'on_time', aggregate: 'count', query: 'prediction:"on_time"' },
    ],
  });
});

test.each(['$none', '$empty', '${empty}'])('%s has no value, and leaves neither an entry nor a key', (name) => {
  const query = {
    current: { path: '$file', timeField: name, query: `outcome:${name}` },
    segmentBy: [name, 'origin'],
    measures: [
      { name: 'all', aggregate: 'count' },
      { name: 'late', aggregate: 'count', query: `label:"${name}"` },
    ],
  };
  expect(interpolateQuery(query, replace)).toEqual({
    current: { path: 'flights.parquet', query: 'outcome:' },
    segmentBy: ['origin'],
    measures: [{ name: 'all', aggregate: 'count' }],
  });
});

test('a text that was empty before stays', () => {
  expect(interpolateQuery({ text: '', current: { query: '' } }, replace)).toEqual({ text: '', current: { query: '' } });
});
