import { expect, test } from './test';
import type { APIRequestContext } from '@playwright/test';
import { DEMO, demoFolder } from './demo';
import { replayPeriod } from './replayPeriod';

const UID = 'modelwatch-e2e-states';
const GROUP = 'Modelwatch states';
const RESETS = { noDataState: 'NoData', execErrState: 'Error' };
const KEEPS = { noDataState: 'KeepLast', execErrState: 'KeepLast' };

/** Two versions of the model in one log: the first until June, the second from July on. */
const SPRING = { type: 'file', replay: replayPeriod(Date.UTC(2013, 4, 20)) };
const AUTUMN = { type: 'file', replay: replayPeriod(Date.UTC(2013, 9, 10)) };
/** As it was logged in 2013: the last week is empty. */
const SILENT = { type: 'file' };

const query = {
  refId: 'drift',
  version: 1,
  kind: 'drift',
  format: 'alert',
  window: 'range',
  current: {
    connection: 'now',
    path: 'flights.parquet',
    timeField: 'time',
    features: [{ name: 'model_version', type: 'categorical' }],
  },
  baseline: {
    kind: 'selection',
    connection: 'then',
    from: '2013-04-02T04:00:00Z',
    to: '2013-06-15T04:00:00Z',
  },
};

/** The rule's query and threshold as docs/alerting.md has them, without waiting. */
const rule = (title: string, states: object) => ({
  uid: `${UID}-${title}`,
  title,
  ruleGroup: GROUP,
  folderUID: UID,
  orgID: 1,
  for: '0s',
  condition: 'drifted',
  ...states,
  data: [
    { refId: 'drift', relativeTimeRange: { from: 604_800, to: 0 }, datasourceUid: UID, model: query },
    {
      refId: 'drifted',
      relativeTimeRange: { from: 604_800, to: 0 },
      datasourceUid: '__expr__',
      model: {
        refId: 'drifted',
        type: 'threshold',
        expression: 'drift',
        conditions: [{ evaluator: { type: 'gt', params: [1.5] } }],
      },
    },
  ],
});

async function connect(request: APIRequestContext, now: object, folder: string) {
  const connections = { now: { folder, ...now }, then: { type: 'file', folder: await demoFolder(request) } };
  const source = { uid: UID, name: 'Modelwatch states', type: DEMO.type, access: 'proxy' };
  const body = { data: { ...source, jsonData: { version: 1, connections } } };
  const there = (await request.get(`/api/datasources/uid/${UID}`)).ok();
  const answer = there
    ? await request.put(`/api/datasources/uid/${UID}`, body)
    : await request.post('/api/datasources', body);
  expect(answer.ok(), await answer.text()).toBe(true);
}

interface Rules {
  readonly data: {
    readonly groups: ReadonlyArray<{
      readonly name: string;
      readonly rules: ReadonlyArray<{
        readonly name: string;
        readonly lastError?: string;
        readonly alerts?: ReadonlyArray<{ readonly state: string }>;
      }>;
    }>;
  };
}

/** The states of both rules' alerts, such as `resets: Normal; keeps: Normal`. */
async function states(request: APIRequestContext): Promise<string> {
  const { data } = (await (await request.get('/api/prometheus/grafana/api/v1/rules')).json()) as Rules;
  const rules = data.groups.filter(({ name }) => name === GROUP).flatMap((group) => group.rules);
  const told = rules.map(({ name, alerts = [] }) => `${name}: ${alerts.map(({ state }) => state).join(', ')}`);
  return told.sort().reverse().join('; ');
}

async function remove(request: APIRequestContext) {
  for (const title of ['resets', 'keeps']) {
    await request.delete(`/api/v1/provisioning/alert-rules/${UID}-${title}`);
  }
  await request.delete(`/api/folders/${UID}?forceDeleteRules=true`);
  await request.delete(`/api/datasources/uid/${UID}`);
}

test('a rule fires and recovers; undecided and a store that is down are told apart, and resolve nothing that fires', async ({
  request,
}) => {
  test.setTimeout(600_000);
  const wait = { timeout: 120_000, intervals: [2_000] };
  await remove(request);
  const folder = await demoFolder(request);
  await connect(request, SPRING, folder);
  await request.post('/api/folders', { data: { uid: UID, title: GROUP } });
  const rules = [rule('resets', RESETS), rule('keeps', KEEPS)];
  const made = await request.put(`/api/v1/provisioning/folder/${UID}/rule-groups/${encodeURIComponent(GROUP)}`, {
    data: { title: GROUP, folderUid: UID, interval: 10, rules },
  });
  expect(made.ok(), await made.text()).toBe(true);
  try {
    await expect.poll(() => states(request), wait).toBe('resets: Normal; keeps: Normal');
    await connect(request, AUTUMN, folder);
    await expect.poll(() => states(request), wait).toBe('resets: Alerting; keeps: Alerting');
    await connect(request, SILENT, folder);
    await expect.poll(() => states(request), wait).toBe('resets: NoData; keeps: Alerting (NoData, KeepLast)');
    await connect(request, SPRING, '/nowhere/to/be/found');
    await expect
      .poll(() => states(request), wait)
      .toMatch(/resets: (.*, )?Error.*; keeps: Alerting \(Error, KeepLast\)/);
    await connect(request, SPRING, folder);
    await expect.poll(() => states(request), wait).toBe('resets: Normal; keeps: Normal');
  } finally {
    await remove(request);
  }
});
