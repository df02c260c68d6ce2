import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { lastProbability } from './lastProbability';
import { FEBRUARY, JULY, SUMMER, WINTER } from './periods';
import { publish, type TestServer } from './servers';
import { startServer } from './startServer';

const ROOT = path.resolve(__dirname, '../../..');

interface Found {
  readonly promtool: string;
  readonly servers: ReadonlyArray<{ name: string; major: number; program: string }>;
}

/** Starts one of each Prometheus that there is, with the flights in it. */
export default async function globalSetup(): Promise<void> {
  const found = JSON.parse(
    execFileSync(process.execPath, [path.join(ROOT, 'scripts/findPrometheus.mjs')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  ) as Found;
  const folder = path.join(ROOT, '.cache/prometheus/tests');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const { makeFlightBlocks } = await import(path.join(ROOT, 'scripts/lib/flightHistory.mjs'));
  const blocks = path.join(folder, 'blocks');
  const { promtool } = found;
  await makeFlightBlocks({
    promtool,
    folder: blocks,
    periods: [FEBRUARY, JULY],
    which: {
      histograms: ['probability_late', 'distance_miles', 'airport_delay_minutes'],
      counters: ['predictions'],
      labels: ['version'],
    },
    more: lastProbability,
  });
  await makeFlightBlocks({
    promtool,
    folder: path.join(folder, 'dashboard'),
    periods: [WINTER, SUMMER],
    every: 15 * 60_000,
  });
  const servers: TestServer[] = [];
  for (const { name, major, program } of found.servers) {
    const data = path.join(folder, `data-${major}`);
    fs.cpSync(blocks, data, { recursive: true });
    const started = await startServer(program, data);
    servers.push({ name, major, program, url: started.url, pid: started.process.pid ?? 0 });
    started.process.unref();
  }
  publish(servers);
}
