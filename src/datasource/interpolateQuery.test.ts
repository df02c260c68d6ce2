/** @jest-environment node */
import { interpolateQuery, type Replace } from './interpolateQuery';

const VALUES: Record<string, string[]> = { feature: ['distance', 'carrier'], file: ['flights.parquet'], none: [] };

const replace: Replace = {
  text: (template) => template.replace(/\$\{?(\w+)\}?/g, (_, name: string) => (VALUES[name] ?? [name]).join('|')),
  list: (template) => VALUES[/\w+/.exec(template)?.[0] ?? ''] ?? [template],
};

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

test('a variable without a value leaves no entry', () => {
  expect(interpolateQuery({ segmentBy: ['$none'] }, replace)).toEqual({ segmentBy: [] });
});
