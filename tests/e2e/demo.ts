import type { APIRequestContext } from '@playwright/test';

/** As provisioning/datasources/modelwatch-demo.yaml names it. */
export const DEMO = { name: 'Modelwatch demo', uid: 'modelwatch-demo', type: 'modelwatch-datasource' } as const;

/** A query of the demo: January to March against the rest of 2013. */
export const QUESTION = {
  version: 1,
  kind: 'drift',
  current: {
    connection: 'flights',
    path: 'flights.parquet',
    timeField: 'time',
    features: [{ name: 'airport_delay_minutes' }, { name: 'carrier' }],
  },
  baseline: {
    kind: 'selection',
    connection: 'flights',
    from: '2013-01-01T05:00:00Z',
    to: '2013-04-01T04:00:00Z',
  },
  window: 'range',
} as const;

/** The folder of the demo's data, as Grafana sees it. */
export async function demoFolder(request: APIRequestContext): Promise<string> {
  const answer = await request.get(`/api/datasources/uid/${DEMO.uid}`);
  const { jsonData } = (await answer.json()) as { jsonData: { connections: { flights: { folder: string } } } };
  return jsonData.connections.flights.folder;
}
