/** @jest-environment node */
import type { QualityResult, WindowedQuality } from '../../evaluate/Result';
import { parseQuery } from '../../query/parseQuery';
import { sampleFromNumbers } from '../../distribution/sampleFromValues';
import { summariesOf } from '../../verdict/quality/summaries';
import type { Finding } from '../../verdict/quality/Finding';
import { readDrift } from '../drift/readDrift';
import type { Frame } from '../Frame';
import { writeFrames } from '../writeFrames';

const DAY = 86_400_000;
const START = Date.UTC(2013, 6, 1);

const outside: Finding = {
  check: 'range',
  code: 'outside_range',
  pValue: null,
  pAdjusted: null,
  severity: 2,
  facts: { count: 1, total: 4, share: 0.25, min: 0, max: null, farthest: -15 },
};
const missing: Finding = {
  check: 'missing',
  code: 'missing_changed',
  pValue: 0.001,
  pAdjusted: 0.002,
  severity: 1,
  facts: { rate_baseline: 0, rate: 0.5, count: 2, total: 4, usual_low: null, usual_high: null, windows: null },
};

function verdict(day: number, feature: string, findings: readonly Finding[], decided = true): WindowedQuality {
  const current = sampleFromNumbers(Float64Array.of(1, 2, 3, -15));
  const past = [1, 2, 3, 4, 5].map((shift) => sampleFromNumbers(Float64Array.of(shift, shift + 1)));
  const comparison = {
    feature,
    type: 'numeric',
    segment: { version: '1', finding: 'x' },
    expect: {},
    current,
    baseline: null,
    past,
    identifier: false,
  } as const;
  const window = { from: START + day * DAY, to: START + (day + 1) * DAY };
  return {
    comparison,
    findings,
    checks: new Map([['range', decided ? (findings[0]?.severity ?? 0) : null]]),
    unchecked: decided ? [] : [{ check: 'range', reason: 'there are no values' }],
    accepted: [],
    severity: decided ? (findings[0]?.severity ?? 0) : null,
    window,
    baselineWindow: null,
    since: new Map(findings.map(({ code }) => [code, START])),
    summaries: summariesOf(comparison),
  };
}

const result: QualityResult = {
  kind: 'quality',
  queryHash: '0123456789abcdef',
  baseline: { kind: 'none', description: 'no baseline', facts: {} },
  notices: [],
  verdicts: [
    verdict(0, 'x', [outside, missing]),
    verdict(1, 'x', [outside]),
    verdict(0, 'clean', []),
    verdict(1, 'clean', []),
    verdict(0, 'empty', [], false),
    verdict(1, 'empty', [], false),
  ],
};

function written(more: object): Frame[] {
  const query = parseQuery({ kind: 'quality', current: { path: 'a.csv' }, segmentBy: ['version', 'finding'], ...more });
  return writeFrames(result, query);
}

const column = ({ fields }: Frame, name: string) => fields.find((field) => field.name === name)?.values;

it('has a row for every feature and window, the worst first, and for every finding where asked', () => {
  const [table] = written({});
  expect(column(table, 'feature')).toEqual(['x', 'x', 'clean', 'clean', 'empty', 'empty']);
  expect(column(table, 'severity')).toEqual([2, 2, 0, 0, null, null]);
  expect(column(table, 'finding')).toEqual(['outside_range', 'outside_range', null, null, null, null]);
  expect(column(table, 'findings')).toEqual([2, 1, 0, 0, 0, 0]);
  expect(column(table, 'segment_finding')).toEqual(Array.from({ length: 6 }, () => 'x'));
  expect(column(table, 'reason')?.[2]).toBe('Nothing found in range.');
  expect(column(table, 'reason')?.[4]).toBe('Not checked: range (there are no values).');
  const [detailed] = written({ detail: true });
  expect(column(detailed, 'finding')).toEqual([
    'outside_range',
    'missing_changed',
    'outside_range',
    null,
    null,
    null,
    null,
  ]);
  expect(column(detailed, 'severity')?.slice(0, 3)).toEqual([2, 1, 2]);
  expect(JSON.parse(String(column(detailed, 'facts')?.[0]))).toEqual(outside.facts);
});

it('is read by what reads a drift table', () => {
  const read = readDrift(written({}));
  expect(read?.rows.map(({ feature, verdict: word }) => `${feature} ${word}`)).toEqual([
    'x drift',
    'x drift',
    'clean no_drift',
    'clean no_drift',
    'empty insufficient_data',
    'empty insufficient_data',
  ]);
});

it('keeps a series for each feature in an alert: 0 where nothing was found, null where nothing was checked', () => {
  const frames = written({ format: 'alert' });
  expect(frames.map(({ fields }) => [fields[0].labels, fields[0].values])).toEqual([
    [{ feature: 'x', version: '1', segment_finding: 'x' }, [2]],
    [{ feature: 'clean', version: '1', segment_finding: 'x' }, [0]],
    [{ feature: 'empty', version: '1', segment_finding: 'x' }, [null]],
  ]);
  const [details] = written({ format: 'alert', alertValue: 'details' });
  expect(details.fields[0].labels?.reason).toMatch(/^1 of 4 values \(25%\) are outside the allowed range/);
  expect(details.fields[0].labels?.next_step).toMatch(/^Look at the rows concerned/);
  expect(written({ format: 'alert', alertValue: 'since' })[0].fields[0].values).toEqual([START / 1000]);
});

it('draws figures with the band of past windows', () => {
  const [x] = written({ format: 'timeseries', series: ['severity', 'mean', 'missing_rate'] });
  expect(x.fields.map(({ name }) => name)).toEqual([
    'time',
    'severity',
    'mean',
    'mean_low',
    'mean_high',
    'missing_rate',
    'missing_rate_low',
    'missing_rate_high',
  ]);
  expect(column(x, 'severity')).toEqual([2, 2]);
  expect(column(x, 'mean')).toEqual([-2.25, -2.25]);
  // From 1.5 to 5.5, each end moved out by half of the stretch.
  expect(column(x, 'mean_low')).toEqual([-0.5, -0.5]);
  expect(column(x, 'mean_high')).toEqual([7.5, 7.5]);
  // Grafana shades from the upper edge to the field that is shown under that name.
  const configOf = (name: string) => x.fields.find((field) => field.name === name)?.config;
  expect(configOf('mean_high')?.custom).toMatchObject({ fillBelowTo: configOf('mean_low')?.displayNameFromDS });
});

it('joins windows in a row to one annotation', () => {
  const [frame] = written({ format: 'annotations' });
  expect(column(frame, 'time')).toEqual([START]);
  expect(column(frame, 'timeEnd')).toEqual([START + 2 * DAY]);
  expect(column(frame, 'title')).toEqual(['x, version 1, finding x: failed checks']);
  expect(column(frame, 'tags')).toEqual(['quality,outside_range,x,version:1,finding:x']);
});
