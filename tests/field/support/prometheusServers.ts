import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type StartedServer, startServer } from '../../prometheus/support/startServer';

const ROOT = path.resolve(__dirname, '../../..');
const FOLDER = path.join(ROOT, '.cache/prometheus/field');

interface Found {
  readonly promtool: string;
  readonly servers: ReadonlyArray<{ name: string; major: number; program: string }>;
}

export interface FieldServer extends StartedServer {
  readonly name: string;
  readonly major: number;
}

/** One of each Prometheus that there is, with the given histories in it. */
export async function serversWith(name: string, history: string): Promise<FieldServer[]> {
  const found = JSON.parse(
    execFileSync(process.execPath, [path.join(ROOT, 'scripts/findPrometheus.mjs')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  ) as Found;
  const folder = path.join(FOLDER, name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const text = path.join(folder, 'history.txt');
  fs.writeFileSync(text, `${history}# EOF\n`);
  const servers: FieldServer[] = [];
  for (const { name: server, major, program } of found.servers) {
    const data = path.join(folder, `data-${major}`);
    execFileSync(
      found.promtool,
      ['tsdb', 'create-blocks-from', 'openmetrics', '--max-block-duration=960h', text, data],
      { stdio: 'ignore' }
    );
    servers.push({ ...(await startServer(program, data)), name: server, major });
  }
  return servers;
}
