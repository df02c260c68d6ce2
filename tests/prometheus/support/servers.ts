/** A Prometheus that runs for the tests. */
export interface TestServer {
  readonly name: string;
  readonly major: number;
  readonly url: string;
  readonly program: string;
  readonly pid: number;
}

const VARIABLE = 'MODELWATCH_TEST_PROMETHEUS';

/** Tells the tests, which run in other processes, where the servers are. */
export function publish(servers: readonly TestServer[]): void {
  process.env[VARIABLE] = JSON.stringify(servers);
}

export function testServers(): TestServer[] {
  return JSON.parse(process.env[VARIABLE] ?? '[]') as TestServer[];
}
