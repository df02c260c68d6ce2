/** @jest-environment node */
import { BadQuery } from './BadQuery';
import { parseQuery } from './parseQuery';
import { withoutHostKeys } from './withoutHostKeys';

const smallest = { kind: 'drift', current: { path: 'flights.parquet' }, baseline: { kind: 'previous', offset: '28d' } };

it('fills in every default', () => {
  expect(parseQuery(smallest)).toMatchObject({
    version: 1,
    format: 'table',
    window: 'range',
    tests: 'auto',
    segmentBy: [],
    decision: {
      alpha: 0.05,
      correction: 'bh',
      minimumSample: 30,
      thresholds: { wassersteinNormed: 0.1, missingRate: 0.01 },
    },
  });
});

it('takes what Grafana adds to a query off', () => {
  const fromGrafana = {
    ...smallest,
    refId: 'A',
    datasource: { uid: 'x' },
    intervalMs: 1000,
    maxDataPoints: 500,
    hide: false,
  };
  expect(parseQuery(fromGrafana)).toEqual(parseQuery(smallest));
});

it.each([
  [{ ...smallest, tests: ['nope'] }, /"tests.*"/],
  [{ ...smallest, baseline: { kind: 'previous', offset: 'a month' } }, /"baseline\.offset": is not a duration/],
  [{ ...smallest, decision: { alpha: 2 } }, /"decision\.alpha"/],
  [{ ...smallest, window: '7 days' }, /"window"/],
  [{ ...smallest, color: 'red' }, /color/],
  [{ ...smallest, kind: 'magic' }, /kind/],
  [{ ...smallest, version: 99 }, /"version"/],
  [null, /the query/],
  ['drift', /the query/],
])('names the key at fault: %#', (query, message) => {
  expect(() => parseQuery(query)).toThrow(BadQuery);
  expect(() => parseQuery(query)).toThrow(message);
});

it('takes a rule from the alert editor, whatever that adds, and stays strict inside', () => {
  const rule = {
    ...smallest,
    refId: 'A',
    instant: undefined,
    range: true,
    expression: '',
    adhocFilters: [],
    editorMode: 'code',
  };
  expect(parseQuery(withoutHostKeys(rule))).toEqual(parseQuery(smallest));
  expect(() => parseQuery(withoutHostKeys({ ...rule, decision: { alfa: 1 } }))).toThrow(/alfa/);
});
