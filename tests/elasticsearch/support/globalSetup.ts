import path from 'node:path';
import { isIndexed } from './flights';
import { publish } from './servers';

const LIBRARY = path.resolve(__dirname, '../../../scripts/lib');

interface Started {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts an Elasticsearch with the flights in it: in one shard, and in three. */
export default async function globalSetup(): Promise<void> {
  const { findElasticsearch } = await import(path.join(LIBRARY, 'findElasticsearch.mjs'));
  const { startElasticsearch } = await import(path.join(LIBRARY, 'startElasticsearch.mjs'));
  const { indexFlights, readFlights } = await import(path.join(LIBRARY, 'indexFlights.mjs'));
  const found = findElasticsearch() as { name: string };
  const started = (await startElasticsearch(found)) as Started;
  (globalThis as { stopElasticsearch?: () => Promise<void> }).stopElasticsearch = started.stop;
  const flights: unknown = await readFlights(({ time }: { time: Date }) => isIndexed(+time));
  await indexFlights(started.url, 'flights-one', flights, { shards: 1 });
  await indexFlights(started.url, 'flights-three', flights, { shards: 3 });
  publish({ name: found.name, url: started.url });
}
