import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { flightsAsOpenMetrics } from './flights';
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
  const text = path.join(folder, 'flights.txt');
  await flightsAsOpenMetrics(text);
  const blocks = path.join(folder, 'blocks');
  const load = ['tsdb', 'create-blocks-from', 'openmetrics', '--max-block-duration=960h', text, blocks];
  execFileSync(found.promtool, load, { stdio: ['ignore', 'ignore', 'inherit'] });
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
