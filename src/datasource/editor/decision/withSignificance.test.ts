import { parseQuery } from '../../../query/parseQuery';
import type { QueryDraft } from '../../ModelwatchQuery';
import { recommendedSignificance, withSignificance } from './withSignificance';

const once: QueryDraft = {
  kind: 'drift',
  current: { path: 'log.csv', timeField: 'time' },
  baseline: { kind: 'previous', offset: '7d' },
  tests: ['ks'],
  cluster: 'user_id',
};

it.each(['calibrated', 'sequential'] as const)('makes any query one that can be answered as %s', (significance) => {
  const changed = withSignificance(once, significance);
  expect(parseQuery(changed)).toMatchObject({
    window: '1h',
    baseline: { kind: 'seasonal', period: '1w' },
    tests: 'auto',
    decision: { significance },
  });
});

it('keeps windows and a baseline that fit', () => {
  const baseline = { kind: 'window', from: '2024-01-01', to: '2024-03-01' } as const;
  expect(withSignificance({ ...once, window: '1d', baseline }, 'sequential')).toMatchObject({ window: '1d', baseline });
});

it('leaves out what belongs to another method', () => {
  const sequential = withSignificance(
    { ...once, decision: { alpha: 0.01, falseAlarmEvery: '30d', calibration: { seasons: 4 } } },
    'sequential'
  );
  expect(sequential.decision).toMatchObject({ falseAlarmEvery: '30d' });
  const calibrated = withSignificance(sequential, 'calibrated');
  expect(calibrated.decision).toEqual({ alpha: 0.01, significance: 'calibrated', calibration: { seasons: 4 } });
  expect(withSignificance(calibrated, 'iid').decision).toEqual({ alpha: 0.01 });
});

it('recommends by what a query is for', () => {
  expect(recommendedSignificance({ format: 'alert', window: '1h' })).toBe('sequential');
  expect(recommendedSignificance({ format: 'table', window: '1h' })).toBe('calibrated');
  expect(recommendedSignificance({ format: 'table' })).toBe('iid');
});
