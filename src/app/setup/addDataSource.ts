import { getBackendSrv, getDataSourceSrv, isFetchError, locationService } from '@grafana/runtime';
import { DATASOURCE_PLUGIN_ID, datasourcePage } from '../places';

const NAME = 'Modelwatch';

/**
 * Makes a data source and opens its page, as Grafana's own list does: that list, unlike the page of this app, shows data
 * sources of apps only where somebody looks for them. Throws an Error in words for the person who pressed the button.
 */
export async function addDataSource(): Promise<void> {
  const taken = new Set(
    getDataSourceSrv()
      .getList({ all: true })
      .map(({ name }) => name)
  );
  const body = { name: freeName(taken), type: DATASOURCE_PLUGIN_ID, access: 'proxy' };
  let uid: string;
  try {
    const options = { showErrorAlert: false, showSuccessAlert: false };
    ({ uid } = (
      await getBackendSrv().post<{ datasource: { uid: string } }>('/api/datasources', body, options)
    ).datasource);
  } catch (error) {
    throw new Error(reasonOf(error));
  }
  // Grafana's own page does the same: the list of data sources was read when the page was loaded.
  await (getDataSourceSrv() as { reload?(): Promise<void> | void }).reload?.();
  locationService.push(datasourcePage(uid));
}

function freeName(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? NAME : `${NAME} ${number}`;
    if (!taken.has(name)) {
      return name;
    }
  }
}

function reasonOf(error: unknown): string {
  if (isFetchError(error)) {
    return error.status === 403
      ? 'You may not add data sources here. Ask an administrator of this organization.'
      : `Grafana did not add the data source: ${(error.data as { message?: string })?.message ?? error.statusText}`;
  }
  return `Grafana did not add the data source: ${error instanceof Error ? error.message : String(error)}`;
}
