import { locationUtil } from '@grafana/data';
import { defaultQuery } from '../defaultQuery';

/** Pages of the documentation that the app shows. They open beside what is edited, so that nothing unsaved is lost. */
export const docLink = (name: string): string => locationUtil.assureBaseUrl(`/a/modelwatch-app/docs/${name}`);

/** Explore with a new query over the last seven days, which is compared with the seven before. */
export function firstQuery(uid: string): string {
  const query = { refId: 'A', datasource: { uid, type: 'modelwatch-datasource' }, ...defaultQuery() };
  const panes = { first: { datasource: uid, queries: [query], range: { from: 'now-7d', to: 'now' } } };
  return locationUtil.assureBaseUrl(`/explore?schemaVersion=1&panes=${encodeURIComponent(JSON.stringify(panes))}`);
}
