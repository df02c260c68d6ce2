/** @jest-environment node */
import type { VersionsResult } from '../../evaluate/Result';
import { parseQuery } from '../../query/parseQuery';
import { versionsDecisionSchema } from '../../query/versionsQuery';
import { traceVersions } from '../../verdict/versions/traceVersions';
import { alertAnswer, writeAlertAnswer } from '../alert/AlertAnswer';
import { writeFrames } from '../writeFrames';
import { readVersions } from './readVersions';

const HOUR = 3_600_000;
type Calls = Record<string, number>;
const traceOf = (city: string, hours: readonly Calls[]) =>
  traceVersions(
    { city },
    hours.map((calls, hour) => ({
      window: { from: hour * HOUR, to: (hour + 1) * HOUR },
      byVersion: new Map(Object.entries(calls)),
      rest: 0,
      unversioned: 0,
    })),
    versionsDecisionSchema.parse({})
  );
const result: VersionsResult = {
  kind: 'versions',
  feature: 'version',
  queryHash: '0123456789abcdef',
  baseline: { kind: 'none', description: 'nothing', facts: {} },
  notices: ['said'],
  traces: [
    traceOf('Paris', [{ a: 100 }, { b: 100 }, { a: 100 }]),
    traceOf('Rome', [{ a: 100 }, { a: 90, b: 10 }, { a: 75, b: 25 }]),
    traceOf('Oslo', [{ a: 100 }, { a: 100 }, {}]),
    traceOf('Bonn', [{ a: 100 }, { a: 100 }, { a: 90, b: 10 }]),
  ],
};
const written = (format: string, more = {}) =>
  writeFrames(
    result,
    parseQuery({
      kind: 'versions',
      format,
      current: { path: 'log.csv', timeField: 'time' },
      feature: { name: 'version' },
      segmentBy: ['city'],
      ...more,
    })
  );

it('writes a table, a row a version, the active one first', () => {
  const [{ name, fields, meta }] = written('table');
  expect(name).toBe('versions');
  expect(fields.map((field) => field.name)).toEqual([
    ...['version', 'city', 'status', 'share', 'calls', 'first_seen', 'active_since', 'last_seen', 'since_before'],
  ]);
  expect(fields.map(({ values }) => values[2])).toEqual(['a', 'Rome', 'active', 0.75, 265, 0, 0, 3 * HOUR, true]);
  expect(fields.map(({ values }) => values[3])).toEqual([
    'b',
    'Rome',
    'present',
    0.25,
    35,
    HOUR,
    null,
    3 * HOUR,
    false,
  ]);
  expect(meta?.notices).toEqual([{ severity: 'info', text: 'said' }]);
});

it("writes each version's share as a series; a window without calls has none", () => {
  const frames = written('timeseries');
  expect(frames.map(({ name }) => name)).toEqual([
    ...[
      'a, city Paris',
      'b, city Paris',
      'a, city Rome',
      'b, city Rome',
      'a, city Oslo',
      'a, city Bonn',
      'b, city Bonn',
    ],
  ]);
  const shares = frames.map(({ fields: [, share] }) => share);
  expect(shares[3]).toMatchObject({
    values: [0, 0.1, 0.25],
    labels: { feature: 'version', version: 'b', city: 'Rome' },
  });
  expect(shares[4].values).toEqual([1, 1, null]);
  expect(frames[2].meta?.custom).toMatchObject({
    kind: 'versions',
    end: 3 * HOUR,
    version: { status: 'active' },
    isDecided: true,
  });
  expect(readVersions(frames).map(({ frame, changes }) => [frame, changes.map(({ kind }) => kind)])).toEqual([
    [0, ['vanished', 'started', 'rolled_back']],
    [1, ['started', 'took_over', 'vanished']],
    [2, []],
    [3, ['started']],
    [4, []],
    [5, []],
    [6, ['started']],
  ]);
});

it('writes a number a segment for an alert: 2 rolled back, 1 changed, 0 steady, none undecided', () => {
  const numbers = (alertValue: string) =>
    written('alert', { alertValue }).map(({ fields: [field] }) => field.values[0]);
  expect(numbers('severity')).toEqual([2, 0, null, 1]);
  expect(numbers('score')).toEqual([0, 0.25, null, expect.closeTo(0.1)]);
  // Of a change its time, else since when the version has been active.
  expect(numbers('since')).toEqual([7200, 0, 0, 7200]);
  const [details, steady] = writeAlertAnswer(alertAnswer(result, { segmentBy: ['city'] }), 'details');
  expect(details.fields[0].labels).toMatchObject({
    feature: 'version',
    city: 'Paris',
    verdict: 'rolled_back',
    since: '1970-01-01T02:00:00.000Z',
    or_earlier: '',
    reason: expect.stringContaining('Rolled back from b to a, which was active before (100% of calls).'),
  });
  expect(steady.fields[0].labels).toMatchObject({
    verdict: 'steady',
    or_earlier: 'yes',
    reason: 'Version a is still active.',
  });
});

it('writes an annotation for each change', () => {
  const [{ fields }] = written('annotations');
  const [time, , title, text, tags] = fields.map(({ values }) => values);
  const at = title.indexOf('b, city Paris: took over');
  expect([time[at], text[at], tags[at]]).toEqual([
    HOUR,
    'Version b took over from a (100% of calls).',
    'versions,took_over,version:b,city:Paris',
  ]);
  expect(title).toHaveLength(8);
});

it('a segment named as a column gets another name', () => {
  const [{ fields }] = written('table', { segmentBy: ['share'] });
  expect(fields.map(({ name }) => name).slice(0, 2)).toEqual(['version', 'segment_share']);
});

it('warns of a segment that another version serves than the registry names', () => {
  const registered = { model: 'delay', alias: 'champion', version: 'b', names: [] };
  const rows = alertAnswer(
    { ...result, registered },
    parseQuery({
      kind: 'versions',
      format: 'alert',
      current: { path: 'log.csv', timeField: 'time' },
      feature: { name: 'version' },
      registry: { model: 'delay', alias: 'champion' },
    })
  ).rows;
  const of = (city: string) => rows.find(({ labels }) => labels.city === city);
  expect([of('Rome')?.severity, of('Rome')?.details.verdict, of('Rome')?.details.reason]).toEqual([
    1,
    'not_registered',
    'Version a is still active. The registry names version b of "delay" (champion), but version a is active.',
  ]);
  // Too few calls tell nothing.
  expect(of('Oslo')?.severity).toBeNull();
  const unknown = alertAnswer(
    { ...result, registered: { problem: 'It is down.' } },
    parseQuery({
      kind: 'versions',
      format: 'alert',
      current: { path: 'log.csv', timeField: 'time' },
      feature: { name: 'version' },
    })
  ).rows.find(({ labels }) => labels.city === 'Rome');
  expect([unknown?.severity, unknown?.details.reason]).toEqual([0, 'Version a is still active. It is down.']);
});
