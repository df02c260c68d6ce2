import type { GrafanaAccess } from '../../sources/transport/ConnectionContext';

/** Headers of the user's own request reach us with this before their names. */
const FORWARDED = /^http_/;

/**
 * How this plugin calls the Grafana that runs it: its address, and the token of the managed service account, or one that
 * the data source stores as the secret `grafana.token`. Undefined where Grafana does not say where it is.
 */
export function grafanaAccess(
  config: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string | undefined>> = process.env
): Omit<GrafanaAccess, 'allowedUids'> | undefined {
  const read = (name: string) => config[name] || environment[name] || undefined;
  const url = read('GF_APP_URL');
  if (url === undefined) {
    return undefined;
  }
  const token = secrets['grafana.token'] || read('GF_PLUGIN_APP_CLIENT_SECRET');
  return {
    url,
    ...(token !== undefined && { token }),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.replace(FORWARDED, ''), value])),
  };
}
