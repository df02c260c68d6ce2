import { parseQuery } from '../../query/parseQuery';
import { withoutHostKeys } from '../../query/withoutHostKeys';
import { ruleDefaults, type RuleOrigin } from './ruleDefaults';

const DAY = 86_400_000;
const current = { connection: 'logs', index: 'flights-*', timeField: 'time', query: 'model:"delay" AND env:prod' };
const baseline = { kind: 'previous', offset: '7d' };
const origin: RuleOrigin = {
  query: {
    refId: 'A',
    datasource: { uid: 'mw' },
    version: 1,
    kind: 'drift',
    format: 'table',
    detail: true,
    current,
    baseline,
  },
  dataSource: { uid: 'mw', type: 'modelwatch-datasource' },
  panel: { id: 4, dashboard: 'abc' },
  title: 'Drift by week',
  shown: 7 * DAY,
};
const of = (query: object) => ruleDefaults({ ...origin, query: { ...origin.query, ...query } });
const models = (query: object) => of(query).queries.map((asked) => (asked as { model: Record<string, unknown> }).model);

it('asks the same question twice, for the number and the words, and fires above warnings only', () => {
  const { queries, condition } = ruleDefaults(origin);
  const [verdict, details, threshold] = queries as Array<{
    model: object;
    relativeTimeRange?: object;
    datasourceUid: string;
  }>;
  expect([verdict, details]).toMatchObject([
    { datasourceUid: 'mw', relativeTimeRange: { from: 172_800, to: 0 } },
    { datasourceUid: 'mw', relativeTimeRange: { from: 172_800, to: 0 } },
  ]);
  const question = parseQuery({
    kind: 'drift',
    format: 'alert',
    window: '1d',
    current,
    baseline: { kind: 'seasonal', period: '1w', count: 4 },
    decision: { significance: 'sequential', falseAlarmEvery: '90d' },
  });
  expect(parseQuery(withoutHostKeys(verdict.model))).toEqual(question);
  expect(parseQuery(withoutHostKeys(details.model))).toEqual({ ...question, alertValue: 'details' });
  expect(threshold).toMatchObject({
    datasourceUid: '__expr__',
    model: {
      refId: condition,
      type: 'threshold',
      expression: 'verdict',
      conditions: [{ evaluator: { type: 'gt', params: [1.5] } }],
    },
  });
});

describe('a drift rule looks again and again', () => {
  const decided = (query: object) => {
    const [verdict] = models({ detail: undefined, ...query });
    return parseQuery(withoutHostKeys(verdict)) as { window: string; baseline: object; decision: object };
  };

  it('so it promises how often it alarms without drift, and says so', () => {
    const { evaluateFor, annotations } = of({});
    expect(evaluateFor).toBe('0s');
    expect(annotations.find(({ key }) => key === 'false_alarms')?.value).toContain('one false alarm in 90 days');
  });

  it.each([
    ['a fixed baseline', { baseline: { kind: 'window', from: '2024-01-01', to: '2024-03-01' } }],
    ['a seasonal baseline', { baseline: { kind: 'seasonal', period: '1w', count: 6 } }],
  ])('keeps %s', (_, keys) => {
    expect(decided(keys)).toMatchObject({ ...keys, window: '1d', decision: { significance: 'sequential' } });
  });

  it('keeps a window that fits into a week, and takes hours for a panel of a day', () => {
    expect(decided({ window: '12h' }).window).toBe('12h');
    const [asked] = ruleDefaults({ ...origin, shown: DAY }).queries as Array<{ model: { window: string } }>;
    expect(asked.model.window).toBe('1h');
  });

  it.each([
    [
      'data without times',
      { current: { connection: 'files', path: 'log.csv' }, baseline: { kind: 'selection', path: 'a.csv' } },
    ],
    ['training data', { baseline: { kind: 'selection', index: 'training' } }],
    ['a stored baseline', { baseline: { kind: 'profile', id: 'x' } }],
    ['a registered model', { baseline: { kind: 'model', model: 'delay', alias: 'champion' } }],
    ['a fixed baseline of a week', { baseline: { kind: 'window', from: '2024-01-01', to: '2024-01-08' } }],
    ['other data of a week', { baseline: { kind: 'selection', index: 'training', from: 'now-7d', to: 'now' } }],
    ['rows in clusters', { cluster: 'user' }],
    ['windows that fit into no week', { window: '5d' }],
  ])('leaves %s as it is', (_, keys) => {
    expect(decided(keys)).toMatchObject({ decision: { significance: 'iid' } });
    expect(of(keys).evaluateFor).toBe('2m');
  });

  it('keeps the baseline that it leaves as it is', () => {
    const model = { kind: 'model', model: 'delay', alias: 'champion' };
    expect(decided({ baseline: model }).baseline).toMatchObject(model);
  });

  it('excludes from the same time of four weeks what days excluded', () => {
    const exclude = [{ calendar: 'US' }];
    const { baseline: asked } = decided({ baseline: { kind: 'seasonal', period: '1d', count: 7, exclude } });
    expect(asked).toEqual({ kind: 'seasonal', period: '1w', count: 4, exclude });
  });

  it('leaves a rule that is calibrated alone', () => {
    const keys = { window: '1d', baseline: { kind: 'seasonal' }, decision: { significance: 'calibrated' } };
    expect(decided(keys)).toMatchObject({ decision: { significance: 'calibrated' } });
  });
});

it('keeps the last state without data and on errors, and has labels and annotations that lead back', () => {
  const { noDataState, execErrState, labels, annotations, name } = ruleDefaults(origin);
  expect([noDataState, execErrState, name]).toEqual(['KeepLast', 'KeepLast', 'Drift by week']);
  expect(labels).toEqual([
    { key: 'severity', value: 'warning' },
    { key: 'model', value: 'delay' },
  ]);
  const texts = Object.fromEntries(annotations.map(({ key, value }) => [key, value]));
  expect(texts).toMatchObject({
    summary: '{{ $labels.feature }} has drifted',
    __dashboardUid__: 'abc',
    __panelId__: '4',
  });
  expect(texts.where).toContain('{{ externalURL }}d/abc?viewPanel=panel-4');
  expect(texts.what).toContain('$values.details');
});

it.each([
  ['drift', {}, 1.5],
  ['distribution', { bins: 20 }, 1.5],
  ['quality', {}, 1.5],
  ['volume', { measures: [{ name: 'calls', aggregate: 'count' }] }, 1.5],
  ['versions', { feature: { name: 'version' }, baseline: undefined }, 0.5],
])('makes a rule of a query for %s that the back end takes', (kind, keys, above) => {
  const [verdict, , threshold] = models({ kind, detail: undefined, ...keys });
  expect(parseQuery(withoutHostKeys(verdict))).toMatchObject({
    kind: kind === 'distribution' ? 'drift' : kind,
    format: 'alert',
  });
  expect(threshold).toMatchObject({ conditions: [{ evaluator: { params: [above] } }] });
});

it.each([
  [{ window: '1d' }, 2 * 86_400],
  [{ window: '1h', delay: '30m' }, 2 * 3_600 + 1_800],
  [{ window: '1h', kind: 'versions' }, 48 * 3_600],
  [{ window: 'range', cluster: 'user' }, 604_800],
])('looks at as much time as %j needs', (query, from) => {
  expect(of(query).queries[0]).toMatchObject({ relativeTimeRange: { from, to: 0 } });
});

it('has a name where the panel has none, and in Explore leads to the app', () => {
  const { name, annotations } = ruleDefaults({ ...origin, title: '', panel: undefined });
  expect(name).toBe('Drift');
  expect(annotations).toContainEqual({ key: 'where', value: '{{ externalURL }}a/modelwatch-app' });
  expect(annotations.map(({ key }) => key)).not.toContain('__dashboardUid__');
});
