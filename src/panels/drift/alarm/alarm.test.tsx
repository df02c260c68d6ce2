import React from 'react';
import { render, screen, waitFor, within } from '@testing-library/react';
import type { DataQueryRequest, PanelProps } from '@grafana/data';
import {
  config,
  getBackendSrv,
  type BackendSrv,
  type DataSourceSrv,
  setBackendSrv,
  setDataSourceSrv,
} from '@grafana/runtime';
import { of } from 'rxjs';
import { HOUR, START, verdict } from '../../../../tests/fixtures/frames/verdict';
import { panelProps } from '../../../../tests/fixtures/panels/panelData';
import { user } from '../../../../tests/fixtures/panels/user';
import type { Frame } from '../../../frames/Frame';
import type { WindowedVerdict } from '../../../evaluate/Result';
import { writeFrames } from '../../../frames/writeFrames';
import { parseQuery } from '../../../query/parseQuery';
import { DriftPanel } from '../DriftPanel';
import { DEFAULT_OPTIONS, type DriftOptions } from '../options';

const QUERY = {
  refId: 'A',
  kind: 'drift' as const,
  window: '1h',
  segmentBy: ['version'],
  current: { connection: 'flights', path: 'log.csv', timeField: 'time', features: [{ name: 'x' }, { name: 'y' }] },
  baseline: { kind: 'seasonal' as const, period: '1w', count: 4 },
  decision: { significance: 'sequential' as const },
};
const timed = (hour: number, word: 'drift' | 'no_drift', version = '1'): WindowedVerdict => {
  const own = verdict(hour, 'x', version, word);
  return {
    ...own,
    comparison: { ...own.comparison, segment: { version } },
    overTime: {
      ...{
        significance: 'sequential',
        of: 'values',
        score: word === 'drift' ? 6 : 2,
        limit: 4,
        usual: { low: 1, high: 3 },
      },
      ...{
        scale: { kind: 'level', length: 1 },
        replayed: 1344,
        seasons: 8,
        seasonsNeeded: 6,
        observed: 0,
        promised: 0.6,
      },
    },
  };
};
function frameOf(verdicts: WindowedVerdict[]): Frame {
  const [written] = writeFrames(
    {
      ...{
        kind: 'drift',
        queryHash: '0',
        notices: [],
        baseline: { kind: 'seasonal', description: 'past weeks', facts: {} },
      },
      verdicts,
    },
    parseQuery({ ...QUERY, refId: undefined })
  );
  return {
    ...written,
    meta: { ...written.meta, custom: { ...written.meta?.custom, marks: { of: 'flights/log.csv' } } },
  };
}
const frame = frameOf([timed(0, 'no_drift'), timed(1, 'drift'), timed(2, 'drift'), timed(3, 'no_drift')]);
const changes: Frame = {
  name: 'change',
  fields: [
    { name: 'time', kind: 'time', values: [START - 30 * 24 * HOUR, START + HOUR / 2, START + HOUR / 2] },
    { name: 'earliest', kind: 'time', values: [null, null, null] },
    { name: 'latest', kind: 'time', values: [null, null, null] },
    { name: 'figure', kind: 'string', values: ['mean', 'missing share', 'mean'] },
    { name: 'kind', kind: 'string', values: ['abrupt', 'abrupt', 'abrupt'] },
    { name: 'size', kind: 'number', values: [9, 9, 2] },
    { name: 'version', kind: 'string', values: ['1', '1', '1'] },
    { name: 'reason', kind: 'string', values: ['', '', ''] },
  ],
};

let answer = changes;
const asked: DataQueryRequest[] = [];
const posted: unknown[] = [];
const usual = getBackendSrv();
let refusal: { status: number; data: { message: string } } | null;
beforeEach(() => {
  asked.length = posted.length = 0;
  refusal = null;
  answer = changes;
  config.bootData.user.orgRole = 'Editor' as typeof config.bootData.user.orgRole;
  setDataSourceSrv({
    get: () =>
      Promise.resolve({
        interpolateVariablesInQueries: (queries: object[]) =>
          JSON.parse(JSON.stringify(queries).replaceAll('$window', '1h')) as object[],
        query: (request: DataQueryRequest) => {
          asked.push(request);
          return of({ data: [answer] });
        },
      }),
  } as unknown as DataSourceSrv);
  setBackendSrv({
    post: (url: string, body: unknown) => {
      posted.push([url, body]);
      return refusal === null ? Promise.resolve({}) : Promise.reject(Object.assign(new Error(), refusal));
    },
  } as unknown as BackendSrv);
});
afterAll(() => setBackendSrv(usual));

/** Opens the details of the window in alarm by the keyboard, as a click does. */
async function openAlarm(shown = frame, query: object = QUERY) {
  const props = panelProps([shown], DEFAULT_OPTIONS);
  const range = { from: START, to: START + 4 * HOUR };
  const data = {
    ...props.data,
    timeRange: { from: { valueOf: () => range.from }, to: { valueOf: () => range.to } },
    request: { targets: [query], scopedVars: {}, dashboardUID: 'flights', panelId: 1 },
    series: props.data.series.map((one) => ({ ...one, refId: 'A' })),
  } as unknown as PanelProps<DriftOptions>['data'];
  render(<DriftPanel {...props} id={7} data={data} />);
  await user.tab();
  await user.keyboard('{ArrowLeft}{Enter}');
}
const buttons = () => within(screen.getByRole('group', { name: 'Mark this alarm' }));

test('a click on an alarm tells since when, by the change of what alarmed, within the reference', async () => {
  await openAlarm();
  expect(await screen.findByText(/^Since 1 Jul 00:30/)).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent('Since 1 Jul 00:30: mean changed.');
  const [{ targets, range }] = asked;
  expect(targets).toEqual([
    expect.objectContaining({
      ...{ kind: 'change', format: 'table', window: '1h', period: '1w', segmentBy: ['version'] },
      current: { ...QUERY.current, features: [{ name: 'x' }] },
    }),
  ]);
  expect(targets[0]).not.toHaveProperty('decision');
  expect(range.from.valueOf()).toBe(START + 2 * HOUR - 120 * HOUR);
});

test('asks for the change point of a query whose window is a variable', async () => {
  await openAlarm(frame, { ...QUERY, window: '$window' });
  expect(await screen.findByText(/^Since 1 Jul 00:30/)).toBeVisible();
  expect(asked[0].targets).toEqual([expect.objectContaining({ kind: 'change', window: '1h', period: '1w' })]);
});

test('a mark is an annotation of the whole episode, from the change on', async () => {
  await openAlarm();
  await screen.findByText(/^Since/);
  await user.click(buttons().getByRole('button', { name: 'Mark as incident' }));
  expect(posted).toEqual([
    [
      '/api/annotations',
      expect.objectContaining({
        ...{ dashboardUID: 'flights', panelId: 7, time: START + HOUR / 2, timeEnd: START + 3 * HOUR },
        tags: expect.arrayContaining([
          ...['modelwatch-mark:incident', 'modelwatch-of:flights/log.csv', 'modelwatch-feature:x'],
          'modelwatch-segment:version=1',
        ]) as unknown,
      }),
    ],
  ]);
  expect(screen.getByText(/^Marked as incident: 1 Jul 2013 00:30 – 03:00/)).toBeVisible();
});

test('where segments lie across, a mark is of the one that was clicked', async () => {
  await openAlarm(frameOf([timed(1, 'drift'), timed(1, 'drift', '2'), timed(1, 'drift', '3')]));
  await user.click(buttons().getByRole('button', { name: 'True alarm' }));
  const [[, body]] = posted as Array<[string, { tags: string[] }]>;
  expect(body.tags.filter((tag) => tag.includes('segment'))).toEqual(['modelwatch-segment:version=2']);
});

test('says why a mark was refused', async () => {
  refusal = { status: 403, data: { message: 'no' } };
  await openAlarm();
  await user.click(buttons().getByRole('button', { name: 'False alarm' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(/role Editor/);
});

test('a Viewer is told that only Editors mark alarms', async () => {
  config.bootData.user.orgRole = 'Viewer' as typeof config.bootData.user.orgRole;
  await openAlarm();
  expect(screen.getByText('Only Editors can mark this alarm.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'False alarm' })).toBeNull();
});

test('where no change is found no time is given', async () => {
  const kinds = { ...changes.fields[4], values: ['none', 'none', 'recurring'] };
  answer = { ...changes, fields: [...changes.fields.slice(0, 4), kinds, ...changes.fields.slice(5)] };
  await openAlarm();
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(/^No change point found/));
});
