import { AppEvents, CoreApp, type DataQueryRequest, type EventBus } from '@grafana/data';
import { locationService, setAppEvents } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import type { DataSource } from '../DataSource';
import { answering } from '../editor/testing/answering';
import type { Resources } from '../resources';
import type { VariableQuery } from './VariableQuery';
import { VariableSupport } from './VariableSupport';

const DAY = 86_400_000;
const OPENING = {
  from: '2013-06-01T04:00:00.000Z',
  to: '2013-08-01T04:00:00.000Z',
  baselineFrom: '2013-01-01T05:00:00Z',
  baselineTo: '2013-04-01T04:00:00Z',
};
const DELIVERED = { from: Date.parse(OPENING.from), to: Date.parse(OPENING.to) };
const FIRST = Date.UTC(2024, 2, 1);
const OWN = { from: FIRST, to: FIRST + 40 * DAY - 1 };
const NEWEST = { from: `${FIRST + 30 * DAY}`, to: `${FIRST + 40 * DAY}` };
const BASELINE = { 'var-baseline_from': '2024-03-01T00:00:00Z', 'var-baseline_to': '2024-03-31T00:00:00Z' };

const notices: unknown[] = [];
let boards = 0;

beforeEach(() => {
  jest.useFakeTimers();
  notices.length = 0;
  // What was moved once stays: each test has a dashboard of its own.
  locationService.push(`/d/board-${(boards += 1)}?var-source=orders.csv`);
  setAppEvents({ publish: (event: unknown) => notices.push(event) } as unknown as EventBus);
});

afterEach(() => {
  jest.runAllTimers();
  jest.useRealTimers();
});

const rows = (timeBounds: typeof OWN | null): Partial<Resources> => ({
  ...answering('file'),
  describe: async () => ({ fields: [], timeBounds }),
});

async function load(
  resources: Partial<Resources>,
  range: { from: number; to: number },
  { app = CoreApp.Dashboard, ...query }: Partial<VariableQuery> & { app?: CoreApp } = {}
) {
  const datasource = { resources, interpolate: <Value>(value: Value) => value } as unknown as DataSource;
  const target = { refId: 'A', what: 'time', current: { path: 'orders.csv' }, opening: OPENING, ...query };
  const request = { app, targets: [target], range, scopedVars: {} } as unknown as DataQueryRequest<VariableQuery>;
  const { data } = await lastValueFrom(new VariableSupport(datasource).query(request));
  return data.map(({ value }: { value: unknown }) => value);
}

const address = () => Object.fromEntries(locationService.getSearch());

test('leaves the time with which it is delivered where the data have nothing there, and says so', async () => {
  await load(rows(OWN), DELIVERED);
  expect(address()).toEqual({ 'var-source': 'orders.csv', ...NEWEST, ...BASELINE });
  expect(notices).toEqual([
    {
      type: AppEvents.alertInfo.name,
      payload: [
        'Time range set to the newest data',
        "The selected data has nothing in this dashboard's own time range. The baseline is the data before it.",
      ],
    },
  ]);
});

test('without a step back in the history that would move again', async () => {
  const entries = locationService.getHistory().length;
  await load(rows(OWN), DELIVERED);
  expect(locationService.getHistory().length).toBe(entries);
});

test('does so once: whoever goes back to that time gets it', async () => {
  await load(rows(OWN), DELIVERED);
  locationService.partial({ from: OPENING.from, to: OPENING.to });
  await load(rows(OWN), DELIVERED);
  expect(address()).toMatchObject({ from: OPENING.from, to: OPENING.to });
  expect(notices).toHaveLength(1);
});

describe('a change of the address that the dashboard did not notice', () => {
  const changes = () => {
    const seen = jest.fn();
    locationService.getHistory().listen(seen);
    return seen;
  };

  test('is made again, until it asks about its new time', async () => {
    const seen = changes();
    await load(rows(OWN), DELIVERED);
    jest.advanceTimersByTime(600);
    expect(seen).toHaveBeenCalledTimes(3);
    await load(rows(OWN), { from: Number(NEWEST.from), to: Number(NEWEST.to) });
    jest.advanceTimersByTime(60_000);
    expect(seen).toHaveBeenCalledTimes(3);
    expect(address()).toMatchObject(NEWEST);
  });

  test('is not made again where somebody went elsewhere meanwhile, nor for ever', async () => {
    await load(rows(OWN), DELIVERED);
    locationService.partial({ from: 'now-1h', to: 'now' });
    jest.advanceTimersByTime(60_000);
    expect(address()).toMatchObject({ from: 'now-1h', to: 'now' });
    locationService.push('/d/another');
    const seen = changes();
    await load(rows(OWN), DELIVERED);
    jest.advanceTimersByTime(60_000);
    expect(seen.mock.calls.length).toBeLessThan(50);
  });
});

test.each([
  ['a time that somebody chose', rows(OWN), { from: DELIVERED.from, to: DELIVERED.to - 1 }, {}],
  ['another time without data', rows(OWN), { from: FIRST - 9 * DAY, to: FIRST - DAY }, {}],
  ['data within it', rows({ from: FIRST - 4000 * DAY, to: DELIVERED.from }), DELIVERED, {}],
  ['data around it', rows({ from: 0, to: OWN.to }), DELIVERED, {}],
  ['rows without times', rows(null), DELIVERED, {}],
  ['a dashboard that is not told where it opens', rows(OWN), DELIVERED, { opening: undefined }],
  ['an editor of a variable', rows(OWN), DELIVERED, { app: CoreApp.Unknown }],
])('stays where there is %s', async (_, resources, range, query) => {
  await load(resources, range, query);
  expect(address()).toEqual({ 'var-source': 'orders.csv' });
  expect(notices).toEqual([]);
});

test.each(['/explore', '/d-solo/board', '/d/board?editview=variables'])('stays at %s', async (path) => {
  locationService.push(path);
  await load(rows(OWN), DELIVERED);
  expect(locationService.getSearch().has('from')).toBe(false);
});

test('a baseline that somebody wrote stays', async () => {
  locationService.partial({ 'var-baseline_from': '2024-03-05', 'var-baseline_to': OPENING.baselineTo });
  await load(rows(OWN), DELIVERED);
  expect(address()).toMatchObject({ ...NEWEST, 'var-baseline_from': '2024-03-05' });
  expect(notices).toEqual([
    expect.objectContaining({
      payload: [expect.any(String), "The selected data has nothing in this dashboard's own time range."],
    }),
  ]);
});

describe('over Prometheus, which does not tell when its data begin', () => {
  const metrics = (values: Resources['values']) => ({ ...answering('prometheus'), values });

  test('the last week is shown where no series has samples', async () => {
    const values = jest.fn(async () => []);
    await load(metrics(values), DELIVERED, { current: { matchers: 'job="api"' } });
    expect(address()).toMatchObject({ from: 'now-7d', to: 'now', 'var-baseline_from': 'now-28d' });
    expect(values).toHaveBeenCalledWith({ matchers: 'job="api"' }, '__name__', DELIVERED);
  });

  test.each([
    ['some has', async () => ['predictions_total']],
    ['it refuses the range', () => Promise.reject(new Error('the query time range exceeds the limit'))],
  ])('nothing moves where %s', async (_, values) => {
    await load(metrics(values), DELIVERED, { current: { matchers: 'job="api"' } });
    expect(address()).not.toHaveProperty('from');
  });
});

describe('the note at the top', () => {
  const note = (resources: Partial<Resources>, range: { from: number; to: number }) =>
    load(resources, range, { what: 'note' });

  test('says that there are no rows, and where there are', async () =>
    expect(await note(rows(OWN), DELIVERED)).toEqual([
      '**No rows in this time range.** The selected data runs from 2024-03-01 00:00 UTC to 2024-04-09 23:59 UTC: ' +
        'use the link _Time with data_.',
    ]));

  test('says which part of the data is shown', async () =>
    expect(await note(rows(OWN), { from: Number(NEWEST.from), to: Number(NEWEST.to) })).toEqual([
      '**Newest data:** 2024-03-31 00:00 UTC to 2024-04-10 00:00 UTC, with the data before it as the baseline.',
    ]));

  test('says nothing of another time, or of rows without one', async () => {
    expect(await note(rows(OWN), { from: FIRST, to: FIRST + DAY })).toEqual(['']);
    expect(await note(rows(null), DELIVERED)).toEqual(['']);
  });

  test('says that Prometheus has no series', async () =>
    expect(await note({ ...answering('prometheus'), values: async () => [] }, DELIVERED)).toEqual([
      '**No series in this time range.** The link _Time with data_ selects the last 7 days.',
    ]));
});
