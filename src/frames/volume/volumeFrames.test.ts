/** @jest-environment node */
import type { VolumeResult, WindowedVolume } from '../../evaluate/Result';
import { measureSchema } from '../../query/measure';
import { parseQuery } from '../../query/parseQuery';
import { volumeDecisionSchema } from '../../query/volumeQuery';
import { judgeVolume } from '../../verdict/volume/judgeVolume';
import { alertAnswer, writeAlertAnswer } from '../alert/AlertAnswer';
import { writeFrames } from '../writeFrames';

const HOUR = 3_600_000;
const calls = measureSchema.parse({ name: 'calls', aggregate: 'count' });
const decision = volumeDecisionSchema.parse({});
const verdict = (hour: number, version: string, value: number | null): WindowedVolume => ({
  ...judgeVolume(calls, { segment: { version }, value, past: [100] }, decision),
  window: { from: hour * HOUR, to: (hour + 1) * HOUR },
});
const result: VolumeResult = {
  kind: 'volume',
  queryHash: '0123456789abcdef',
  baseline: { kind: 'previous', description: 'the same time 1d earlier', facts: {} },
  notices: ['said'],
  verdicts: [
    verdict(0, 'a', 101),
    verdict(0, 'b', 100),
    verdict(1, 'a', 20),
    verdict(1, 'b', null),
    verdict(2, 'a', 10),
    verdict(2, 'b', 100),
  ],
};
const written = (format: string, more = {}) =>
  writeFrames(
    result,
    parseQuery({
      kind: 'volume',
      format,
      current: { path: 'log.csv', timeField: 'time' },
      segmentBy: ['version'],
      measures: [{ name: 'calls', aggregate: 'count' }],
      baseline: { kind: 'previous', offset: '1d' },
      ...more,
    })
  );

it('writes a table, the worst first, with the reason in words', () => {
  const [{ name, fields, meta }] = written('table');
  expect(name).toBe('volume');
  expect(fields.map((field) => field.name)).toEqual([
    ...['time', 'time_end', 'feature', 'version', 'value', 'expected', 'low', 'high', 'deviation', 'z', 'spread'],
    ...['n_baseline', 'score', 'verdict', 'severity', 'reason'],
  ]);
  const row = fields.map(({ values }) => values[0]);
  expect(row.slice(0, 6)).toEqual([2 * HOUR, 3 * HOUR, 'calls', 'a', 10, 100]);
  expect(row.slice(12, 15)).toEqual([expect.any(Number), 'alarm', 2]);
  expect(row[15]).toBe('90% below expected: 10 vs. 100 expected (the past window). Expected range: 60 to 147.');
  expect(meta?.notices).toEqual([{ severity: 'info', text: 'said' }]);
  expect(fields.every(({ config }, i) => config?.description !== undefined || i === 3)).toBe(true);
});

it('writes the value with the band that was accepted, each a series of its own', () => {
  const frames = written('timeseries');
  expect(frames.map(({ name }) => name).slice(0, 4)).toEqual([
    'calls, version a',
    'calls, version a, expected',
    'calls, version a, low',
    'calls, version a, high',
  ]);
  const [value, expected, low, high] = frames.map(({ fields: [, field] }) => field);
  expect(value).toMatchObject({ values: [101, 20, 10], labels: { feature: 'calls', line: 'value', version: 'a' } });
  expect([expected.values, low.values]).toEqual([
    [100, 100, 100],
    [60, 60, 60],
  ]);
  expect(high.config).toMatchObject({ custom: { fillBelowTo: 'calls, version a, low' } });
  expect(frames[4].fields[1].values).toEqual([100, null, 100]);
  const labels = frames.map(({ fields: [, field] }) => JSON.stringify(field.labels));
  expect(new Set(labels).size).toBe(frames.length);
});

it('writes one number for each measure and segment for an alert rule, from one evaluation', () => {
  const severities = written('alert').map(({ fields: [field] }) => [field.labels, field.values]);
  expect(severities).toEqual([
    [{ feature: 'calls', version: 'a' }, [2]],
    [{ feature: 'calls', version: 'b' }, [0]],
  ]);
  expect(written('alert', { alertValue: 'since' }).map(({ fields: [field] }) => field.values)).toEqual([
    [3600],
    [null],
  ]);
  const [details] = writeAlertAnswer(alertAnswer(result, { segmentBy: ['version'] }), 'details');
  expect(details.fields[0].labels).toMatchObject({ verdict: 'alarm', reason: expect.stringMatching(/^90% below/) });
});

it('writes one annotation for the hours in a row that are off', () => {
  const [{ fields }] = written('annotations');
  expect(fields.map(({ values }) => values)).toEqual([
    [HOUR],
    [3 * HOUR],
    ['calls, version a: off'],
    [expect.stringMatching(/^90% below/)],
    ['volume,calls,version:a'],
  ]);
});
