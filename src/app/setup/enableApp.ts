import { getBackendSrv, isFetchError } from '@grafana/runtime';

const SETTINGS = '/api/plugins/modelwatch-app/settings';

/** Switches the app on for this organization. Throws an Error in words for the person who pressed the button. */
export async function enableApp(jsonData: unknown): Promise<void> {
  try {
    const body = { enabled: true, pinned: true, jsonData: jsonData ?? {} };
    await getBackendSrv().post(SETTINGS, body, { showErrorAlert: false });
  } catch (error) {
    const refused = isFetchError(error) && error.status === 403;
    throw new Error(
      refused
        ? 'You may not enable apps here. Ask an administrator of this organization.'
        : 'Grafana did not enable the app.'
    );
  }
}
