import fs from 'node:fs';
import path from 'node:path';
import { PrometheusClient } from '../../src/sources/prometheus/client/PrometheusClient';
import { planPrometheus } from '../../src/sources/prometheus/planPrometheus';
import { type Recorded, recordingTransport } from '../../src/sources/prometheus/testing/Recording';
import { RECORDED_REQUEST } from '../../src/sources/prometheus/testing/recordedRequest';
import { openTransport } from '../../src/sources/transport/openTransport';
import { testServers } from './support/servers';

const FILE = path.resolve(__dirname, '../../src/sources/prometheus/testing/recorded.json');

/** The unit tests replay what a real server answers: this keeps the recording true. `UPDATE=1` records anew. */
it('answers what is recorded for the unit tests', async () => {
  const servers = testServers();
  const { url, major } = servers[servers.length - 1];
  expect(major).toBeGreaterThanOrEqual(3);
  const recorded: Recorded = {};
  const plan = planPrometheus(
    RECORDED_REQUEST,
    new PrometheusClient(recordingTransport(openTransport({ url }, { name: 'metrics' }), recorded))
  );
  expect(plan).not.toHaveProperty('unsupported');
  if ('execute' in plan) {
    await plan.execute({});
  }
  if (process.env.UPDATE) {
    fs.writeFileSync(FILE, `${JSON.stringify(recorded, null, 1)}\n`);
  }
  const parse = (all: Recorded) =>
    Object.fromEntries(Object.entries(all).map(([key, { status, text }]) => [key, [status, JSON.parse(text)]]));
  expect(parse(recorded)).toEqual(parse(JSON.parse(fs.readFileSync(FILE, 'utf8'))));
});
