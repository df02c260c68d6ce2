import fs from 'node:fs';
import path from 'node:path';
import type { DistributionCell } from '../../src/sources/Source';
import { FEBRUARY } from './support/flights';
import { testServers } from './support/servers';
import { ask, sourceAt } from './support/sourceAt';
import { type StartedServer, startServer } from './support/startServer';

const FOLDER = path.resolve(__dirname, '../../.cache/prometheus');
const HOUR = 3_600_000;
const features = ['probability_late', 'distance_miles', 'airport_delay_minutes'].map((name) => ({
  name: `flight_${name}`,
}));

describe('a Prometheus that loads few samples at once', () => {
  const [{ url, program }] = testServers();
  let server: StartedServer;
  beforeAll(async () => {
    const data = path.join(FOLDER, 'few-samples');
    fs.rmSync(data, { recursive: true, force: true });
    fs.cpSync(path.join(FOLDER, 'tests/blocks'), data, { recursive: true });
    server = await startServer(program, data, { flags: ['--query.max-samples=5000'] });
  });
  afterAll(() => server.stop());

  it('is asked in halves of features and time, with the same answer', async () => {
    const windows = Array.from({ length: 168 }, (_, i) => ({
      from: FEBRUARY.from + i * HOUR,
      to: FEBRUARY.from + (i + 1) * HOUR,
    }));
    const asked = { features, windows, segmentBy: ['version', 'model'] };
    const source = sourceAt(server.url);
    const { cells } = await ask(source, asked);
    expect(source.client.usage.requests).toBeGreaterThan(2);
    const whole = await ask(sourceAt(url), asked);
    expect(inOrder(cells)).toEqual(inOrder(whole.cells));
  });

  it('says in the end that it is too much', async () => {
    await expect(ask(sourceAt(server.url), { features, windows: [FEBRUARY] })).rejects.toMatchObject({
      message: expect.stringMatching(/won't load that much at once.*too many samples.*Take a shorter range/),
      options: { status: 422, side: 'downstream' },
    });
  });
});

function inOrder(cells: readonly DistributionCell[]): DistributionCell[] {
  return [...cells].sort((a, b) => a.window - b.window || (a.feature < b.feature ? -1 : 1));
}
