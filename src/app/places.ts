/** Where things are in Grafana. */
export const START_PAGE = '/a/modelwatch-app';
export const DATASOURCE_PLUGIN_ID = 'modelwatch-datasource';
export const DEMO_DASHBOARD = '/d/modelwatch-flight-delays';
export const NEW_DATASOURCE = `/plugins/${DATASOURCE_PLUGIN_ID}`;
export const NEW_DASHBOARD = '/dashboard/new';
export const NEW_ALERT_RULE = '/alerting/new/alerting';

export function datasourcePage(uid: string): string {
  return `/connections/datasources/edit/${uid}`;
}
