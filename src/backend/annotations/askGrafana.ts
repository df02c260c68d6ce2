import { exchange } from '../../sources/transport/exchange';
import { grafanaMessage } from '../../sources/transport/grafanaMessage';
import { sharedAgent } from '../../sources/transport/sharedAgent';
import { withoutCredentials } from '../../sources/transport/withoutCredentials';

const TIMEOUT_MS = 5000;

/** How Grafana is called for one organization. */
export interface GrafanaCaller {
  readonly url: string;
  readonly token: string;
  readonly organization: number;
}

export type Asked =
  | { readonly list: ReadonlyArray<Readonly<Record<string, unknown>>> }
  /** Why there is no list, as a part of a sentence; `lasts` where asking again changes nothing. */
  | { readonly problem: string; readonly lasts: boolean };

/** A list from an API of Grafana. Throws where it was cancelled alone: marks that can't be read are no reason for no verdict. */
export async function askGrafana(
  path: string,
  permission: string,
  { url, token, organization }: GrafanaCaller,
  signal: AbortSignal
): Promise<Asked> {
  const base = new URL(url);
  try {
    const { status, text } = await exchange(
      {
        place: 'Grafana',
        address: new URL(`${withoutCredentials(base)}${path}`),
        agent: sharedAgent(base.protocol),
        method: 'GET',
        // An account of another organization is refused, instead of answering with that one's annotations.
        headers: { Authorization: `Bearer ${token}`, 'X-Grafana-Org-Id': String(organization) },
        timeout: TIMEOUT_MS,
      },
      { signal }
    );
    if (status !== 200) {
      const says = grafanaMessage(text) ?? 'no message';
      const isRefused = status === 401 || status === 403;
      const advice = isRefused ? `: give the service account the permission ${permission}` : '';
      return { problem: `Grafana answers with status ${status} ("${says}")${advice}`, lasts: isRefused };
    }
    const list: unknown = JSON.parse(text);
    return Array.isArray(list)
      ? { list: list.filter((item) => typeof item === 'object' && item !== null) }
      : { problem: 'Grafana answers with something else than a list', lasts: false };
  } catch (error) {
    signal.throwIfAborted();
    const why = error instanceof SyntaxError ? 'Grafana answers with something else than JSON' : messageOf(error);
    return { problem: why, lasts: false };
  }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
