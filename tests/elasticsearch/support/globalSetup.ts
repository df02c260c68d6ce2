import path from 'node:path';
import { isIndexed } from './flights';
import { arePublished, publish, type TestServer } from './servers';

const LIBRARY = path.resolve(__dirname, '../../../scripts/lib');

interface Started {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts an Elasticsearch and an OpenSearch with the flights in them: in one shard, and in three. */
export default async function globalSetup(): Promise<void> {
  if (arePublished()) {
    return;
  }
  const [{ findElasticsearch }, { findOpenSearch }, { startElasticsearch }, { startOpenSearch }, flights] =
    await Promise.all(
      ['findElasticsearch', 'findOpenSearch', 'startElasticsearch', 'startOpenSearch', 'indexFlights'].map(
        (name) => import(path.join(LIBRARY, `${name}.mjs`))
      )
    );
  const found = [findElasticsearch() as { name: string }, findOpenSearch() as { name: string }];
  const starting = [startElasticsearch(found[0]) as Promise<Started>, startOpenSearch(found[1]) as Promise<Started>];
  (globalThis as { stopStores?: () => Promise<unknown> }).stopStores = async () =>
    Promise.all((await Promise.allSettled(starting)).map((one) => one.status === 'fulfilled' && one.value.stop()));
  const started = await Promise.all(starting);
  const rows: unknown = await flights.readFlights(({ time }: { time: Date }) => isIndexed(+time));
  for (const { url } of started) {
    await flights.indexFlights(url, 'flights-one', rows, { shards: 1 });
    await flights.indexFlights(url, 'flights-three', rows, { shards: 3 });
  }
  const products: ReadonlyArray<TestServer['product']> = ['Elasticsearch', 'OpenSearch'];
  publish(started.map(({ url }, i) => ({ name: found[i].name, url, product: products[i] })));
}
