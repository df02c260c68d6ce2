/** @jest-environment node */
import type { DriftResult, WindowedVerdict } from '../../evaluate/Result';
import type { AlertValue } from '../../query/alertValue';
import { describeReason } from '../../verdict/describeReason';
import { HOUR, START, verdict } from '../../../tests/fixtures/frames/verdict';
import { alertAnswer, writeAlertAnswer } from './AlertAnswer';
import { alertRows } from './alertRows';
import { countSeverities } from './countSeverities';

function resultOf(verdicts: readonly WindowedVerdict[]): DriftResult {
  const baseline = { kind: 'previous', description: 'the same time 1d earlier', facts: {} };
  return { kind: 'drift', queryHash: '0123456789abcdef', baseline, notices: [], verdicts };
}

const mixed = resultOf([
  verdict(0, 'x', '1', 'drift'),
  verdict(1, 'kind', '1', 'no_drift'),
  verdict(0, 'kind', '2', 'drift'),
  verdict(1, 'kind', '2', 'drift'),
  verdict(1, 'x', '2', 'insufficient_data'),
]);

function written(value: AlertValue) {
  const frames = writeAlertAnswer(alertAnswer(mixed, { segmentBy: ['version', 'type'] }), value);
  return frames.map(({ fields }) => fields[0]);
}

it('keeps every series, with null where the newest window does not judge it', () => {
  expect(written('severity').map(({ labels, values }) => [labels, values])).toEqual([
    [{ feature: 'x', version: '1', segment_type: 'live' }, [null]],
    [{ feature: 'kind', version: '1', segment_type: 'live' }, [0]],
    [{ feature: 'kind', version: '2', segment_type: 'live' }, [2]],
    [{ feature: 'x', version: '2', segment_type: 'live' }, [null]],
  ]);
});

it('has the same labels for every number, and those of the details contain them', () => {
  const severity = written('severity');
  for (const value of ['score', 'since'] as const) {
    expect(written(value).map(({ labels }) => labels)).toEqual(severity.map(({ labels }) => labels));
  }
  written('details').forEach(({ labels }, index) => expect(labels).toMatchObject(severity[index].labels!));
});

it('has the score in thresholds, and the start of the stretch in seconds', () => {
  // (0.08 - 0.05) / 0.1
  expect(written('score').map(({ values }) => values[0])).toEqual([
    null,
    expect.closeTo(0.3),
    expect.closeTo(0.3),
    expect.any(Number),
  ]);
  expect(written('since').map(({ values }) => values[0])).toEqual([null, null, START / 1000, null]);
});

it('says in the details what changed, since when and where to look', () => {
  expect(written('details')[2].labels).toEqual({
    feature: 'kind',
    version: '2',
    segment_type: 'live',
    verdict: 'drift',
    reason: describeReason(verdict(1, 'kind', '2', 'drift')),
    next_step: '',
    baseline: 'the same time 1d earlier',
    since: '2013-07-01T00:00:00.000Z',
    or_earlier: 'yes',
    from: String(START + HOUR),
    to: String(START + 2 * HOUR),
  });
  expect(written('details')[0].labels).toMatchObject({
    verdict: 'insufficient_data',
    reason: 'There are no rows in the newest window.',
    since: '',
  });
});

it('lets a segment that is called like a detail keep its label', () => {
  const [only] = mixed.verdicts.slice(1, 2);
  const named = { ...only, comparison: { ...only.comparison, segment: { since: 'v1' } } };
  const rows = alertRows(resultOf([named]));
  const [{ fields }] = writeAlertAnswer(
    { rows, meta: alertAnswer(mixed, { segmentBy: [] }).meta, notices: [] },
    'details'
  );
  expect(fields[0].labels).toMatchObject({ feature: 'kind', since: 'v1', verdict: 'no_drift' });
});

it.each([
  [['no_drift', 'drift', 'warning', 'drift'], 1, ''],
  [['no_drift', 'insufficient_data', 'drift'], 2, ''],
  [['drift', 'no_drift', 'drift'], 2, ''],
  [['drift', 'insufficient_data', 'drift'], 0, 'yes'],
  [['drift', 'insufficient_data', 'insufficient_data', 'drift'], 3, 'yes'],
  [['insufficient_data', 'drift'], 1, 'yes'],
  [['drift', 'drift', 'no_drift'], null, ''],
  [['drift', 'insufficient_data'], null, ''],
] as const)('%j has been abnormal since window %p or earlier: "%s"', (words, window, orEarlier) => {
  const [{ since, details }] = alertRows(resultOf(words.map((word, hour) => verdict(hour, 'x', '1', word))));
  expect([since, details.or_earlier]).toEqual([window === null ? null : START + window * HOUR, orEarlier]);
});

it('counts features and segments by severity', () => {
  expect(countSeverities(alertRows(mixed))).toEqual({ alarm: 1, warning: 0, normal: 1, undecided: 2 });
});
