/** An Elasticsearch that runs for the tests. */
export interface TestServer {
  readonly name: string;
  readonly url: string;
}

const VARIABLE = 'MODELWATCH_TEST_ELASTICSEARCH';

/** Tells the tests, which run in other processes, where the server is. */
export function publish(server: TestServer): void {
  process.env[VARIABLE] = JSON.stringify(server);
}

export function testServer(): TestServer {
  return JSON.parse(process.env[VARIABLE] ?? '{}') as TestServer;
}
