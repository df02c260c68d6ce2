import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, type StartedServer, stop } from '../../prometheus/support/startServer';

const ROOT = path.resolve(__dirname, '../../..');
const FOLDER = path.join(ROOT, '.cache/prometheus/victoria');

/** A VictoriaMetrics with a history in it, as OpenMetrics text without its last line. */
export async function victoriaWith(history: string): Promise<StartedServer> {
  const program = execFileSync(process.execPath, [path.join(ROOT, 'scripts/findVictoria.mjs')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER, { recursive: true });
  const port = await freePort();
  const child = spawn(
    program,
    [
      `-storageDataPath=${path.join(FOLDER, 'data')}`,
      '-retentionPeriod=100y',
      `-httpListenAddr=127.0.0.1:${port}`,
      // Answers are of the situations' time: nothing is to be left out of them as too new, or kept of before all was there.
      '-search.latencyOffset=0s',
      '-search.disableCache',
    ],
    { stdio: 'ignore' }
  );
  const url = `http://127.0.0.1:${port}`;
  const lines = history.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  await ready(url);
  await fetch(`${url}/api/v1/import/prometheus`, { method: 'POST', body: lines.map(inMilliseconds).join('\n') });
  await stored(url, lines[lines.length - 1]);
  return { url, process: child, stop: () => stop(child) };
}

/** Its import takes times in milliseconds, OpenMetrics has seconds. */
function inMilliseconds(line: string): string {
  const at = line.lastIndexOf(' ') + 1;
  return `${line.slice(0, at)}${Math.round(1000 * Number(line.slice(at)))}`;
}

async function ready(url: string): Promise<void> {
  await until(async () => (await fetch(`${url}/health`)).ok);
}

/** What was imported can be read a second later. */
async function stored(url: string, line: string): Promise<void> {
  const [selector, , time] = line.split(' ');
  await until(async () => {
    const query = new URLSearchParams({ query: `count(${selector})`, time });
    return (
      ((await (await fetch(`${url}/api/v1/query?${query}`)).json()) as { data: { result: unknown[] } }).data.result
        .length > 0
    );
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await wait(200)) {
    if (await isSo().catch(() => false)) {
      return;
    }
  }
  throw new Error('VictoriaMetrics was not ready within 30 s');
}
