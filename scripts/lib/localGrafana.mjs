import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { demoEnvironment } from './demoEnvironment.mjs';
import { bundledDashboards, bundledPlugins } from './bundledPlugins.mjs';
import { demoProvisioning } from './demoProvisioning.mjs';
import { CACHE, DIST } from './project.mjs';

const START_LIMIT_MS = 120_000;

/** The program `grafana`, or `grafana-server` of older packages, on the PATH; undefined where there is none. */
export function findGrafana() {
  const names = process.platform === 'win32' ? ['grafana.exe', 'grafana-server.exe'] : ['grafana', 'grafana-server'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => fs.existsSync(file));
}

/** Starts that Grafana with the bundle installed and the demo provisioned; its data live in .cache/grafana. */
export async function startGrafana(program, { port, verbose }) {
  const work = path.join(CACHE, 'grafana');
  const plugins = path.join(work, 'plugins');
  fs.mkdirSync(plugins, { recursive: true });
  fs.rmSync(path.join(plugins, 'modelwatch-app'), { force: true });
  fs.symlinkSync(DIST, path.join(plugins, 'modelwatch-app'), process.platform === 'win32' ? 'junction' : 'dir');
  const free = await freePort(port);
  const args = [...(/grafana(\.exe)?$/.test(program) ? ['server'] : []), '--homepath', homeOf(program)];
  const child = spawn(program, args, {
    stdio: ['ignore', verbose ? 'inherit' : 'ignore', 'inherit'],
    env: {
      ...demoEnvironment(),
      GF_SERVER_HTTP_ADDR: '127.0.0.1',
      GF_SERVER_HTTP_PORT: String(free),
      GF_PATHS_DATA: path.join(work, 'data'),
      GF_PATHS_LOGS: path.join(work, 'log'),
      GF_PATHS_PLUGINS: plugins,
      GF_PATHS_PROVISIONING: demoProvisioning(path.join(work, 'provisioning')),
      GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS: bundledPlugins().join(','),
      GF_PLUGINS_PREINSTALL_DISABLED: 'true',
      // The demo's scores need somebody who says which Prometheus takes them: without, the rule would fail for ever.
      GF_RECORDING_RULES_ENABLED: String(Boolean(process.env.GF_RECORDING_RULES_DEFAULT_DATASOURCE_UID)),
      GF_AUTH_ANONYMOUS_ENABLED: 'true',
      GF_AUTH_ANONYMOUS_ORG_ROLE: 'Admin',
      GF_ANALYTICS_REPORTING_ENABLED: 'false',
      GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
      GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
    },
  });
  const address = `http://127.0.0.1:${free}`;
  await healthy(child, program, address);
  return { url: `${address}/d/${bundledDashboards()[0].uid}`, stop: () => end(child) };
}

/** Grafana's own files: beside the program's folder, or where packages put them. */
function homeOf(program) {
  const candidates = [
    process.env.GF_PATHS_HOME,
    path.resolve(fs.realpathSync(program), '../..'),
    '/usr/share/grafana',
    '/usr/local/share/grafana',
    '/opt/homebrew/opt/grafana/share/grafana',
  ];
  const home = candidates.find((folder) => folder && fs.existsSync(path.join(folder, 'conf/defaults.ini')));
  if (!home) {
    throw new Error(`Where are the files of ${program}? Set GF_PATHS_HOME to the folder that has conf/defaults.ini.`);
  }
  return home;
}

function freePort(port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(freePort(port + 1)) : reject(error)));
    server.listen(port, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => resolve(free));
    });
  });
}

async function healthy(child, program, address) {
  let failure;
  child.once('error', (error) => (failure = `${program} does not start: ${error.message}`));
  child.once('exit', (code) => (failure = `${program} ended with status ${code}; .cache/grafana/log says why.`));
  for (const limit = Date.now() + START_LIMIT_MS; ; await wait(250)) {
    if (failure) {
      throw new Error(failure);
    }
    const response = await fetch(`${address}/api/health`).catch(() => undefined);
    if (response?.ok) {
      return;
    }
    if (Date.now() > limit) {
      await end(child);
      throw new Error(`${program} did not answer on ${address} within ${START_LIMIT_MS / 1000} s.`);
    }
  }
}

async function end(child) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await gone;
  }
}
