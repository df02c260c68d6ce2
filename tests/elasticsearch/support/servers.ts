/** A store that runs for the tests. */
export interface TestServer {
  readonly name: string;
  readonly url: string;
  readonly product: 'Elasticsearch' | 'OpenSearch';
}

const VARIABLE = 'MODELWATCH_TEST_ELASTICSEARCH';

/** Tells the tests, which run in other processes, where the servers are. */
export function publish(servers: readonly TestServer[]): void {
  process.env[VARIABLE] = JSON.stringify(servers);
}

/** Those that run already, with the flights in them, are used as they are: for quick rounds while a test is written. */
export function arePublished(): boolean {
  return process.env[VARIABLE] !== undefined;
}

export function testServers(): TestServer[] {
  return JSON.parse(process.env[VARIABLE] ?? '[]') as TestServer[];
}

/** The one of a product; for what the other one lacks. */
export function testServer(product: TestServer['product']): TestServer {
  const found = testServers().find((server) => server.product === product);
  if (found === undefined) {
    throw new Error(`No ${product} runs for the tests.`);
  }
  return found;
}
