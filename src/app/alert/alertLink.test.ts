import { AppEvents, dateTime, type EventBus, LoadingState, type PluginExtensionPanelContext } from '@grafana/data';
import {
  type BackendSrv,
  type DataSourceSrv,
  locationService,
  setAppEvents,
  setBackendSrv,
  setDataSourceSrv,
} from '@grafana/runtime';
import plugin from '../../../plugin.json';
import { alertLink } from './alertLink';
import { recordedNotice } from './recordedNotice';

type Helpers = Parameters<NonNullable<typeof alertLink.onClick>>[1];

const type = 'modelwatch-datasource';
const drift = { refId: 'A', kind: 'drift', datasource: { type, uid: '$source' }, current: { query: 'model:$model' } };
const context = (targets: object[], data?: object) =>
  ({
    id: 3,
    pluginId: 'modelwatch-drift-panel',
    title: 'Drift',
    timeRange: { from: dateTime('2026-01-01T00:00:00Z'), to: dateTime('2026-01-03T00:00:00Z') },
    timeZone: 'utc',
    dashboard: { uid: 'abc', title: 'Mine', tags: [] },
    targets,
    data,
  }) as unknown as PluginExtensionPanelContext;

const titleOf = (targets: object[], data?: object) => alertLink.configure?.(context(targets, data))?.title;

it('is named in plugin.json as Grafana asks for', () => {
  expect(plugin.extensions.addedLinks).toEqual([
    { targets: alertLink.targets, title: alertLink.title, description: alertLink.description },
  ]);
});

it('is there for queries of Modelwatch alone, in words of their kind', () => {
  expect(titleOf([drift])).toBe('Alert on this drift');
  expect(titleOf([{ ...drift, kind: undefined }])).toBe('Alert on this drift');
  expect(titleOf([{ ...drift, kind: 'versions' }])).toBe('Alert on version changes');
  expect(titleOf([{ ...drift, hide: true }])).toBeUndefined();
  expect(titleOf([{ refId: 'A', datasource: { type: 'prometheus', uid: 'p' } }])).toBeUndefined();
  expect(alertLink.configure?.(undefined)).toBeUndefined();
});

it('knows a query that leaves its data source to the panel by what was asked', () => {
  const data = { state: LoadingState.Done, request: { targets: [{ refId: 'A', datasource: { type, uid: 'u' } }] } };
  expect(titleOf([{ refId: 'A', kind: 'drift' }], data)).toBe('Alert on this drift');
});

it("opens the form of a rule with the panel's variables filled in, in the dashboard's folder", async () => {
  const interpolateVariablesInQueries = (queries: Array<typeof drift>) =>
    queries.map((query) => ({ ...query, current: { query: 'model:delay' } }));
  setDataSourceSrv({ get: async () => ({ uid: 'mw', interpolateVariablesInQueries }) } as unknown as DataSourceSrv);
  setBackendSrv({ get: async () => ({ meta: { folderUid: 'f', folderTitle: 'Models' } }) } as unknown as BackendSrv);
  const helpers = { context: context([drift]), extensionPointId: 'x' } as unknown as Helpers;
  const warned: unknown[] = [];
  setAppEvents({
    publish: (event: { type: string; payload?: unknown }) => warned.push([event.type, event.payload]),
  } as unknown as EventBus);
  await alertLink.onClick?.(undefined, helpers);
  expect(locationService.getLocation().pathname).toBe('/alerting/new');
  const defaults = JSON.parse(locationService.getSearch().get('defaults') ?? '');
  expect(defaults).toMatchObject({
    name: 'Drift',
    folder: { uid: 'f', title: 'Models' },
    labels: [{ key: 'severity' }, { key: 'model', value: 'delay' }],
    noDataState: 'KeepLast',
  });
  expect(defaults.queries[0]).toMatchObject({
    datasourceUid: 'mw',
    relativeTimeRange: { from: 172_800, to: 0 },
    model: { format: 'alert', current: { query: 'model:delay' } },
  });
  const notice = ['The rule looks at the time up to now', expect.stringContaining('ended on 2026-01-03')];
  expect(warned).toEqual([[AppEvents.alertWarning.name, notice]]);
});

it('says that a rule looks at now where the time shown is over, and nothing where it ends now', () => {
  const now = Date.UTC(2026, 0, 10);
  expect(recordedNotice(now, now)).toBeNull();
  expect(recordedNotice(now - 3_600_000, now)).toBeNull();
  expect(recordedNotice(now + 86_400_000, now)).toBeNull();
  expect(recordedNotice(Date.UTC(2013, 7, 1), now)?.[1]).toMatch(/ended on 2013-08-01\. A rule can't look at it/);
});
