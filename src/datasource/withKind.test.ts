import { defaultQuery } from './defaultQuery';
import type { QueryDraft } from './ModelwatchQuery';
import { validateDraft } from './validateDraft';
import { withKind } from './withKind';

const drift: QueryDraft = Object.freeze<QueryDraft>({
  ...defaultQuery(),
  current: { path: 'flights.parquet', timeField: 'time', features: [{ name: 'distance' }] },
  segmentBy: ['carrier'],
  format: 'timeseries',
  window: '6h',
  decision: { alpha: 0.01 },
  detail: true,
});

test.each([
  { kind: 'drift', missing: [] },
  { kind: 'distribution', missing: [] },
  { kind: 'quality', missing: [] },
  { kind: 'volume', missing: ['measures'] },
  { kind: 'versions', missing: ['feature'] },
  { kind: 'performance', missing: ['label'] },
] as const)('what $kind knows too is kept, and nothing else', ({ kind, missing }) => {
  const changed = withKind(drift, kind);
  expect(changed).toMatchObject({ kind, current: drift.current, segmentBy: ['carrier'], window: '6h' });
  expect([...validateDraft(changed).keys()]).toEqual(missing);
});

test('a format and a baseline that the other kind knows stay; others become its usual ones', () => {
  expect(withKind(drift, 'volume')).toMatchObject({ format: 'timeseries', baseline: drift.baseline });
  expect(withKind(drift, 'distribution').format).toBe('table');
  const trained: QueryDraft = { ...drift, baseline: { kind: 'profile', id: 'training' } };
  expect(withKind(trained, 'quality').baseline).toEqual(trained.baseline);
  expect(withKind(trained, 'volume').baseline).toEqual({ kind: 'seasonal', period: '1w', count: 4 });
  expect(withKind(withKind(drift, 'versions'), 'drift').baseline).toEqual({ kind: 'previous', offset: '7d' });
  expect(withKind(withKind(drift, 'versions'), 'quality')).not.toHaveProperty('baseline');
});

test('numbers over time and versions are asked for windows, not for one number', () => {
  const whole: QueryDraft = { ...drift, window: 'range' };
  expect(withKind(whole, 'volume').window).toBe('1h');
  expect(withKind(whole, 'versions').window).toBe('1h');
  expect(withKind(whole, 'quality').window).toBe('range');
});

test('of the decision only what the other kind decides by', () => {
  expect(withKind(drift, 'quality').decision).toEqual({ alpha: 0.01 });
  expect(withKind(drift, 'volume')).not.toHaveProperty('decision');
  const decision = { alpha: 0.01, significance: 'blocks', thresholds: { drop: 0.1 } } as const;
  const performance: QueryDraft = { ...drift, kind: 'performance', decision };
  expect(withKind(performance, 'drift').decision).toEqual({ alpha: 0.01 });
});
