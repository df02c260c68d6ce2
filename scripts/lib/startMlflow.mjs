import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pythonEnvironment } from './pythonEnvironment.mjs';
import { ROOT } from './project.mjs';
import { untilHealthy } from './untilHealthy.mjs';

/** The server needs far less than MLflow requires: no scikit-learn, no plots. tests/registry/requirements.txt has that. */
const MLFLOW = 'mlflow==3.17.2';

/**
 * Starts an MLflow with an empty registry of its own on a free port of the loopback interface; resolves when it answers.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startMlflow() {
  const python = pythonEnvironment('mlflow', path.join(ROOT, 'tests/registry/requirements.txt'), { alone: [MLFLOW] });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-mlflow-'));
  const logFile = path.join(folder, 'output.log');
  const log = fs.openSync(logFile, 'w');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const stores = [
    '--backend-store-uri',
    `sqlite:///${folder}/mlflow.db`,
    '--artifacts-destination',
    `${folder}/artifacts`,
  ];
  const child = spawn(
    python,
    ['-m', 'mlflow', 'server', '--host', '127.0.0.1', '--port', String(port), '--workers', '1', ...stores],
    {
      cwd: folder,
      stdio: ['ignore', log, log],
      // Its workers for jobs would outlive it.
      env: { PATH: process.env.PATH, HOME: folder, MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false' },
    }
  );
  fs.closeSync(log);
  return untilHealthy('MLflow', { child, folder, logFile }, () => url, '/health');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
