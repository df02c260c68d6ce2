/** @jest-environment node */
import type { PerformanceResult, WindowedPerformance } from '../../evaluate/Result';
import { parseQuery } from '../../query/parseQuery';
import { writeFrames } from '../writeFrames';

const DAY = 86_400_000;
const value = (figure: number) => ({
  ...{ value: figure, boundLow: figure, boundHigh: figure, low: figure - 0.02, high: figure + 0.02, rows: 900 },
});

function verdict(day: number, more: Partial<WindowedPerformance> = {}): WindowedPerformance {
  return {
    metric: 'accuracy',
    segment: { country: 'NO' },
    current: value(0.8),
    baseline: value(0.85),
    ...{ drop: 0.05, dropLow: 0.01, dropHigh: 0.09, dropExpected: 0.01, threshold: 0.05 },
    ...{ test: 'jackknife_by_day', pValue: 0.2, pAdjusted: 0.2, gates: true, objective: 0.7 },
    ...{ rows: 1000, labelled: 900, estimated: value(0.81), matureAt: null },
    ...{ verdict: 'not_worse', severity: 0, reason: { code: 'not_significant', facts: {} } },
    window: { from: day * DAY, to: (day + 1) * DAY },
    baselineWindow: null,
    ...more,
  };
}

const worse = { verdict: 'worse', severity: 2, reason: { code: 'worse', facts: {} }, drop: 0.16 } as const;
const pending = {
  verdict: 'labels_pending',
  severity: null,
  matureAt: 90 * DAY,
  reason: { code: 'labels_pending', facts: {} },
} as const;
const result: PerformanceResult = {
  kind: 'performance',
  queryHash: '0123456789abcdef',
  baseline: { kind: 'previous', description: 'the same time 28d earlier', facts: {} },
  notices: ['said'],
  asOf: 4 * DAY,
  impliesLabels: false,
  verdicts: [
    verdict(1),
    verdict(2, worse),
    verdict(3, pending),
    verdict(2, { metric: 'recall', ofClass: 'fraud', gates: false, objective: null, estimated: null }),
  ],
  details: [],
  explanations: [],
  conceptDrift: [
    {
      segment: { country: 'NO' },
      from: DAY,
      to: 2 * DAY,
      gap: -0.06,
      low: -0.08,
      high: -0.04,
      pValue: 0,
      pAdjusted: 0,
      rows: 900,
      severity: 2,
    },
  ],
  comparisons: [],
  fairness: [],
  budgets: [],
  delays: null,
};
const written = (format: string, more = {}) =>
  writeFrames(
    result,
    parseQuery({
      ...{ kind: 'performance', format, current: { path: 'log.csv', timeField: 'time' }, segmentBy: ['country'] },
      ...{ prediction: 'p', label: { field: 'y' }, baseline: { kind: 'previous', offset: '28d' }, ...more },
    })
  );

it('writes a table, the worst first, with every number that a verdict needs', () => {
  const [{ name, fields, meta }] = written('table');
  expect(name).toBe('performance');
  const row = Object.fromEntries(fields.map((field) => [field.name, field.values[0]]));
  expect(row).toMatchObject({ metric: 'accuracy', country: 'NO', value: 0.8, low: 0.78, drop: 0.16, severity: 2 });
  expect(row).toMatchObject({
    share_labelled: 0.9,
    estimated: 0.81,
    mature_at: null,
    time: 2 * DAY,
    time_end: 3 * DAY,
  });
  expect(meta?.custom).toMatchObject({ kind: 'performance', asOf: 4 * DAY, segmentBy: ['country'] });
  expect(fields.filter(({ name: own }) => own !== 'country').every(({ config }) => config?.description)).toBe(true);
  expect(fields.every(({ values }) => values.length === 4)).toBe(true);
});

it('draws windows whose labels are to come apart from those that are judged, and the estimate beside both', () => {
  const frames = written('timeseries');
  const lines = new Map(
    frames.map(({ fields: [, field] }) => [`${field.labels?.feature} ${field.labels?.line}`, field])
  );
  expect(lines.get('accuracy value')?.values).toEqual([0.8, 0.8, null]);
  expect(lines.get('accuracy provisional')?.values).toEqual([null, null, 0.8]);
  expect(lines.get('accuracy estimated')?.values).toEqual([0.81, 0.81, 0.81]);
  expect(lines.get('accuracy objective')?.values).toEqual([0.7, 0.7, 0.7]);
  expect(lines.get('accuracy high')?.config).toMatchObject({ custom: { fillBelowTo: 'accuracy, country NO, low' } });
  expect(lines.has('recall (fraud) estimated')).toBe(false);
});

it('answers rules by the newest window whose labels are complete, of deciding metrics alone', () => {
  const severities = written('alert').map(({ fields: [field] }) => [field.labels, field.values]);
  expect(severities).toEqual([
    [{ feature: 'accuracy', country: 'NO' }, [2]],
    [{ feature: 'labels', country: 'NO' }, [0]],
    [{ feature: 'concept_drift', country: 'NO' }, [2]],
  ]);
  const [since] = written('alert', { alertValue: 'since' });
  expect(since.fields[0].values).toEqual([(2 * DAY) / 1000]);
  const [details, , drift] = written('alert', { alertValue: 'details' });
  expect(details.fields[0].labels).toMatchObject({ verdict: 'worse', from: String(2 * DAY) });
  expect(drift.fields[0].labels?.reason).toBe(
    'Concept drift: accuracy is 6.0 percentage points below its estimate from scores (95% interval -8.0 to -4.0; 900 labels from 1970-01-02 to 1970-01-03). Labels relate to scores in another way than in the baseline.'
  );
});

it('lets a young window warn by its estimate where the newest complete one is not worse', () => {
  const warned = {
    ...pending,
    verdict: 'warning',
    severity: 1,
    reason: { code: 'estimated_worse', facts: {} },
  } as const;
  const [frame] = writeFrames(
    { ...result, verdicts: [verdict(1), verdict(3, warned)], conceptDrift: [] },
    parseQuery({
      kind: 'performance',
      format: 'alert',
      current: { path: 'a.csv' },
      prediction: 'p',
      label: { field: 'y' },
    })
  );
  expect(frame.fields[0].values).toEqual([1]);
});

it('writes one annotation for windows in a row that are worse', () => {
  const [{ fields }] = written('annotations');
  expect(fields.slice(0, 3).map(({ values }) => values)).toEqual([
    [2 * DAY],
    [3 * DAY],
    ['accuracy, country NO: worse'],
  ]);
});

describe('groups of people side by side', () => {
  const finding = {
    ...{ segment: { country: 'NO' }, field: 'sex', group: 'female', reference: 'male', rows: 800, referenceRows: 900 },
    ...{ value: 0.6, low: 0.5, high: 0.72, from: 0.8, to: 1.2 },
  };
  const fairness = [
    { ...finding, measure: 'disparate_impact', value: 1, low: 0.9, high: 1.1, verdict: 'inside', severity: 0 },
    { ...finding, measure: 'disparate_impact', verdict: 'outside', severity: 2, segment: { country: 'SE' } },
  ] as const;
  const query = (format: string) =>
    parseQuery({
      ...{ kind: 'performance', format, current: { path: 'a.csv' }, prediction: 'p', label: { field: 'y' } },
      ...{ segmentBy: ['country'], fairness: { field: 'sex', favorable: 'yes' } },
    });

  it('have a frame of their own, the worst first', () => {
    const [, { name, fields }] = writeFrames({ ...result, fairness }, query('table'));
    expect(name).toBe('fairness');
    const row = Object.fromEntries(fields.map((field) => [field.name, field.values[0]]));
    expect(row).toMatchObject({
      ...{ measure: 'disparate_impact', group: 'female', reference: 'male', country: 'SE', value: 0.6, severity: 2 },
      ...{ limit_low: 0.8, limit_high: 1.2, rows: 800, reference_rows: 900, verdict: 'outside' },
      reason: expect.stringMatching(/^Share of favorable predictions, sex female vs\. male: ratio 0\.6 /),
    });
    expect(written('table')).toHaveLength(1);
  });

  it('answer rules', () => {
    const rows = writeFrames({ ...result, fairness }, query('alert')).map(({ fields: [field] }) => field);
    const labels = { feature: 'disparate_impact', sex: 'female' };
    expect(rows.slice(-2).map((field) => [field.labels, field.values])).toEqual([
      [{ ...labels, country: 'NO' }, [0]],
      [{ ...labels, country: 'SE' }, [2]],
    ]);
  });
});
