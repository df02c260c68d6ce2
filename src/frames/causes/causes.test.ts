/** @jest-environment node */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verdict, START } from '../../../tests/fixtures/frames/verdict';
import type { ExplainResult } from '../../evaluate/Result';
import { parseQuery } from '../../query/parseQuery';
import type { Cause } from '../../verdict/causes/Cause';
import { writeFrames } from '../writeFrames';
import { readCauses } from './readCauses';
import { causeRows } from './causeRows';

const plain = { ...{ value: null, explained: null, low: null, high: null, pAdjusted: null, rows: null, within: null } };
const slice: Cause = {
  ...{ kind: 'slice', field: 'carrier', value: 'HA', explained: 0.93, low: 0.9, high: 0.96, pAdjusted: 1e-9 },
  ...{ rows: { baseline: 0, current: 320 }, within: null, since: START, isOrEarlier: false, facts: {} },
};
const causes: Cause[] = [
  slice,
  {
    ...{ ...plain, kind: 'mix', field: 'origin', explained: 0.4, low: 0.3, high: 0.5, pAdjusted: 0.001 },
    ...{ since: START, isOrEarlier: false },
    facts: { shares: 'JFK 20% → 60%', lacking: 'LGA', lacking_count: 1 },
  },
  {
    ...{ ...plain, kind: 'missing', field: 'x', since: START, isOrEarlier: false, pAdjusted: 0.01 },
    facts: { before: 0.01, after: 0.09 },
  },
  { ...plain, kind: 'volume', field: null, since: START, isOrEarlier: false, facts: { ratio: 0.5 } },
  { ...plain, kind: 'co_drift', field: 'z', since: START, isOrEarlier: false, facts: { verdict: 'warning' } },
];
const result: ExplainResult = {
  kind: 'explain',
  queryHash: '0123456789abcdef',
  baseline: { kind: 'previous', description: 'the same time 1d earlier', facts: { rows: 6 } },
  notices: ['Not looked at, since they have too many values: tailnum.'],
  verdict: verdict(2, 'x', '1', 'drift'),
  since: START,
  isOrEarlier: false,
  causes,
  looked: [{ field: 'carrier', values: 4, high: 0.96, hidden: 0 }],
  summary: 'Leaving out carrier HA removes 93% of the drift; since 2013-07-01.',
};
const asked = (own: object = {}) =>
  parseQuery({ kind: 'explain', current: {}, baseline: { kind: 'previous', offset: '1d' }, ...own });

test('the table of causes is the golden one (UPDATE_GOLDEN=1 writes it anew)', () => {
  const frames: unknown = JSON.parse(JSON.stringify(writeFrames(result, asked())));
  const path = join(__dirname, '../../../tests/fixtures/frames/explain.json');
  if (process.env.UPDATE_GOLDEN === '1') {
    writeFileSync(path, `${JSON.stringify(frames, null, 2)}\n`);
  }
  expect(frames).toEqual(JSON.parse(readFileSync(path, 'utf8')));
});

test('panels read the rows that were written', () => {
  const [frame] = writeFrames(result, asked());
  const table = readCauses(JSON.parse(JSON.stringify(frame)) as typeof frame);
  expect(table?.rows).toEqual(causeRows(result));
  expect(table?.meta).toMatchObject({ feature: 'x', verdict: 'drift', summary: result.summary, since: START });
  expect(readCauses({ ...frame, meta: {} })).toBeNull();
});

test('an alert names the first cause, and what to do about it', () => {
  const [frame] = writeFrames(result, asked({ format: 'alert', alertValue: 'details' }));
  expect(frame.fields[0].labels).toMatchObject({ feature: 'x', verdict: 'drift' });
  expect(frame.fields[0].labels?.reason).toMatch(/^Leaving out carrier HA removes 93% of the drift/);
  expect(frame.fields[0].labels?.next_step).toMatch(/^It is new/);
  const [severity] = writeFrames(result, asked({ format: 'alert' }));
  expect([severity.fields[0].values, severity.fields[0].labels]).toEqual([[2], { feature: 'x' }]);
});
