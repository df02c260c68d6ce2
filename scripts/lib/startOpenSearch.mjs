import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { untilHealthy } from './untilHealthy.mjs';

const MAIN = 'org.codelibs.opensearch.runner.OpenSearchRunner';

/**
 * Starts an OpenSearch of one node on a free port of the loopback interface with an empty data folder of its own; resolves
 * when it answers.
 *
 * @param {{ classPath: string, javaHome: string }} found
 * @param {{ heap?: string }} [options]
 * @returns {Promise<{ url: string, pid: number, folder: string, stop: () => Promise<void> }>}
 */
export async function startOpenSearch({ classPath, javaHome }, { heap = '256m' } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-opensearch-'));
  const logFile = path.join(folder, 'output.log');
  const log = fs.openSync(logFile, 'w');
  // A name of its own: nodes of one name on one machine would find each other.
  const own = ['-basePath', path.join(folder, 'nodes'), '-numOfNode', '1', '-clusterName', path.basename(folder)];
  const memory = [`-Xms${heap}`, `-Xmx${heap}`];
  const child = spawn(path.join(javaHome, 'bin/java'), [...memory, '-cp', classPath, MAIN, ...own], {
    cwd: folder,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, HOME: folder },
  });
  fs.closeSync(log);
  // It looks for a free port itself, and says which one it took.
  const findUrl = () => {
    const port = /^HTTP Port:\s+(\d+)$/m.exec(fs.readFileSync(logFile, 'utf8'))?.[1];
    return port === undefined ? undefined : `http://127.0.0.1:${port}`;
  };
  const { url, stop } = await untilHealthy('OpenSearch', { child, folder, logFile }, findUrl);
  await fetch(`${url}/_cluster/settings`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: '{"persistent":{"cluster.routing.allocation.disk.threshold_enabled":false}}',
  });
  return { url, pid: child.pid ?? 0, folder, stop };
}
