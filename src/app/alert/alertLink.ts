import {
  AppEvents,
  type DataSourceApi,
  PluginExtensionPoints,
  type PluginExtensionAddedLinkConfig,
  type PluginExtensionPanelContext,
  rangeUtil,
} from '@grafana/data';
import { getAppEvents, getBackendSrv, getDataSourceSrv, locationService } from '@grafana/runtime';
import { DATASOURCE_PLUGIN_ID, NEW_ALERT_RULE_FORM } from '../places';
import { recordedNotice } from './recordedNotice';
import { ruleDefaults } from './ruleDefaults';
import { ruleWords } from './ruleWords';

type Target = PluginExtensionPanelContext['targets'][number] & { readonly kind?: string };

/** What a panel says of itself, of which Explore says the queries and the time alone. */
type Asking = Pick<PluginExtensionPanelContext, 'targets' | 'timeRange' | 'timeZone' | 'data' | 'scopedVars'> &
  Partial<Pick<PluginExtensionPanelContext, 'id' | 'title' | 'dashboard'>>;

/** In a panel's menu under "Extensions", and in Explore under "Add": the form of a new rule that asks the same. */
export const alertLink: PluginExtensionAddedLinkConfig<Asking> = {
  targets: [PluginExtensionPoints.DashboardPanelMenu, PluginExtensionPoints.ExploreToolbarAction],
  title: ruleWords('drift').action,
  description: 'Opens the form of a new alert rule that asks the same query',
  icon: 'bell',
  configure: (context) => {
    const query = context && alertable(context);
    return query && { title: ruleWords(query.kind).action };
  },
  onClick: (_, { context }) => (context ? openForm(context) : undefined),
};

/** The panel's first visible query of Modelwatch. */
function alertable({ targets, data }: Asking): Target | undefined {
  const asked = data?.request?.targets ?? [];
  return (targets ?? []).find((query) => {
    const source = query.datasource ?? asked.find(({ refId }) => refId === query.refId)?.datasource;
    return !query.hide && source?.type === DATASOURCE_PLUGIN_ID;
  });
}

async function openForm(context: Asking): Promise<void> {
  const query = alertable(context);
  if (!query) {
    return;
  }
  const { id, title, dashboard, timeRange, timeZone, scopedVars = {} } = context;
  const dataSource: DataSourceApi = await getDataSourceSrv().get(query.datasource ?? null, scopedVars);
  const [filled = query] = dataSource.interpolateVariablesInQueries?.([query], scopedVars) ?? [];
  const { from, to } = rangeUtil.convertRawToRange(timeRange, timeZone);
  const defaults = ruleDefaults({
    query: filled,
    dataSource: { uid: dataSource.uid, type: DATASOURCE_PLUGIN_ID },
    // A dashboard that was never saved has no address yet.
    panel: id !== undefined && dashboard?.uid ? { id, dashboard: dashboard.uid } : undefined,
    title,
    shown: to.valueOf() - from.valueOf(),
    folder: dashboard?.uid ? await folderOf(dashboard.uid) : undefined,
  });
  const notice = recordedNotice(to.valueOf(), Date.now());
  if (notice !== null) {
    getAppEvents().publish({ type: AppEvents.alertWarning.name, payload: notice });
  }
  locationService.push(`${NEW_ALERT_RULE_FORM}?defaults=${encodeURIComponent(JSON.stringify(defaults))}`);
}

/** A rule lies beside its dashboard, where that has a folder and Grafana tells. */
async function folderOf(uid: string): Promise<{ uid: string; title: string } | undefined> {
  try {
    const { meta } = await getBackendSrv().get<{ meta: { folderUid?: string; folderTitle?: string } }>(
      `/api/dashboards/uid/${uid}`,
      undefined,
      undefined,
      { showErrorAlert: false }
    );
    return meta.folderUid && meta.folderTitle ? { uid: meta.folderUid, title: meta.folderTitle } : undefined;
  } catch {
    return undefined;
  }
}
