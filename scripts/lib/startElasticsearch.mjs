import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { untilHealthy } from './untilHealthy.mjs';

/** Elasticsearch refuses to run as root: then it runs as nobody. */
const NOBODY = 65534;

/**
 * Starts an Elasticsearch on a free port of the loopback interface; resolves when it answers. Its data are its own and go
 * with it, but where a folder is named in which they stay. `settings` are lines for its elasticsearch.yml.
 *
 * @param {{ home: string, javaHome: string }} found
 * @param {{ heap?: string, data?: string, settings?: string[] }} [options]
 * @returns {Promise<{ url: string, pid: number, folder: string, stop: () => Promise<void> }>}
 */
export async function startElasticsearch({ home, javaHome }, { heap = '256m', data, settings = [] } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-elasticsearch-'));
  const kept = data ?? path.join(folder, 'data');
  const [port, transportPort] = [await freePort(), await freePort()];
  prepare(folder, kept, home, [...own(folder, kept, port, transportPort), ...settings]);
  const isRoot = process.getuid?.() === 0;
  const program = path.join(home, 'bin/elasticsearch');
  const [command, ...args] = isRoot
    ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', program]
    : [program];
  const logFile = path.join(folder, 'output.log');
  const log = fs.openSync(logFile, 'w');
  const child = spawn(command, args, {
    cwd: folder,
    stdio: ['ignore', log, log],
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      ES_JAVA_HOME: javaHome,
      ES_PATH_CONF: path.join(folder, 'config'),
      ES_TMPDIR: path.join(folder, 'tmp'),
      ES_JAVA_OPTS: `-Xms${heap} -Xmx${heap}`,
    },
  });
  fs.closeSync(log);
  const url = `http://127.0.0.1:${port}`;
  const { stop } = await untilHealthy('Elasticsearch', { child, folder, logFile }, () => url);
  return { url, pid: child.pid ?? 0, folder, stop };
}

/** Settings that keep it small, alone and on loopback. */
function own(folder, data, port, transportPort) {
  return [
    'cluster.name: modelwatch-tests',
    'node.name: only',
    'discovery.type: single-node',
    'network.host: 127.0.0.1',
    `http.port: ${port}`,
    `transport.port: ${transportPort}`,
    `path.data: ${data}`,
    `path.logs: ${folder}/logs`,
    'cluster.routing.allocation.disk.threshold_enabled: false',
    'node.processors: 2',
    'xpack.security.enabled: false',
    'xpack.ml.enabled: false',
  ];
}

function prepare(folder, data, home, lines) {
  for (const made of [data, path.join(folder, 'logs'), path.join(folder, 'tmp')]) {
    fs.mkdirSync(made, { recursive: true });
  }
  fs.cpSync(path.join(home, 'config'), path.join(folder, 'config'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'config/elasticsearch.yml'), `${lines.join('\n')}\n`);
  if (process.getuid?.() === 0) {
    const all = [folder, ...fs.readdirSync(folder, { recursive: true }).map((name) => path.join(folder, String(name)))];
    [data, ...all].forEach((file) => fs.chownSync(file, NOBODY, NOBODY));
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
