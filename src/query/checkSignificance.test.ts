import { parseQuery } from './parseQuery';

const parse = (change: Record<string, unknown>, decision: Record<string, unknown> = {}) =>
  parseQuery({
    kind: 'drift',
    window: '1h',
    current: { path: 'log.csv', timeField: 'time' },
    baseline: { kind: 'seasonal', period: '1w' },
    decision: { significance: 'sequential', ...decision },
    ...change,
  });

it.each([
  ['a seasonal baseline', {}, {}],
  ['a fixed window', { baseline: { kind: 'window', from: '2024-01-01', to: '2024-03-01' } }, {}],
  ['another selection', { baseline: { kind: 'selection', path: 'a.csv', from: '2024-01-01', to: '2024-03-01' } }, {}],
  ['a rate, and seasons', {}, { falseAlarmEvery: '30d', calibration: { seasons: 12 } }],
  ['days in a week', { window: '1d' }, { significance: 'calibrated' }],
  ['training data, by the week', { window: '1w', baseline: { kind: 'selection', path: 'training.csv' } }, {}],
  [
    'training data, by the day',
    { window: '1d', baseline: { kind: 'profile', id: 'x' } },
    { calibration: { period: '1d', seasons: 30 } },
  ],
  [
    'a season of its own',
    { baseline: { kind: 'window', from: '2024-01-01', to: '2024-03-01' } },
    { calibration: { period: '1d' } },
  ],
])('takes %s', (_, change, decision) => {
  expect(() => parse(change, decision)).not.toThrow();
});

it.each([
  [{ window: 'range' }, {}, '"window": must be a duration with "significance": "sequential", such as 1h or 1d'],
  [{ window: '5h' }, {}, '"window": (5h) must fit a season of 1w a whole number of times'],
  [{ window: '2w' }, {}, '"window": (2w) must fit a season of 1w a whole number of times'],
  [{}, { falseAlarmEvery: '30m' }, '"decision.falseAlarmEvery": (30m) must be longer than a window (1h)'],
  [{}, { falseAlarmEvery: '1h' }, '"decision.falseAlarmEvery": (1h) must be longer than a window (1h)'],
  [{}, { falseAlarmEvery: 'often' }, '"decision.falseAlarmEvery": is not a duration'],
  [{}, { calibration: { seasons: 1 } }, '"decision.calibration.seasons": must be at least 3, and is 1'],
  [{}, { calibration: { period: '1d' } }, '"decision.calibration.period": is that of the seasonal baseline'],
  [{ baseline: { kind: 'previous', offset: '1w' } }, {}, '"baseline.kind": can\'t be "previous"'],
  [{ baseline: { kind: 'profile', id: 'x' } }, {}, '"window": (1h) must span whole seasons of 1w'],
  [{ baseline: { kind: 'selection', path: 'training.csv' } }, {}, '"window": (1h) must span whole seasons of 1w'],
  [{ tests: ['ks'] }, {}, '"tests": must be "auto" with "significance": "sequential"'],
  [{ cluster: 'user' }, {}, '"cluster": is not used with "significance": "sequential"'],
  [{}, { significance: 'calibrated', falseAlarmEvery: '90d' }, '"decision.falseAlarmEvery": belongs to'],
  [{}, { significance: 'iid', calibration: {} }, '"decision.calibration": belongs to'],
  [{}, { significance: 'blocks' }, '"decision.significance": must be one of "iid", "calibrated", "sequential"'],
])('refuses %j with %j', (change, decision, message) => {
  expect(() => parse(change, decision)).toThrow(message);
});

it.each(['quality', 'distribution'])('is a matter of drift alone, not of %s', (kind) => {
  expect(() => parse({ kind })).toThrow('"decision.significance": must be "iid", and is "sequential"');
});
