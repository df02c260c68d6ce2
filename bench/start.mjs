// Start of the executable as Grafana starts it: time to the first good health check, and memory once idle.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { credentials, Client } from '@grpc/grpc-js';
import { executable } from './lib/executable.mjs';

export async function measureStart(runs = 7) {
  const milliseconds = [];
  const megabytes = [];
  for (let run = 0; run < runs; run++) {
    const begun = performance.now();
    const child = spawn(executable(), {
      env: { ...process.env, grafana_plugin_type: 'datasource', PLUGIN_PROTOCOL_VERSIONS: '2' },
    });
    const [, , network, address] = (await firstLine(child.stdout)).split('|');
    const client = new Client(network === 'unix' ? `unix:${address}` : address, credentials.createInsecure());
    await checkHealth(client);
    milliseconds.push(performance.now() - begun);
    await sleep(3000);
    megabytes.push(residentMegabytes(child.pid));
    client.close();
    const gone = new Promise((resolve) => child.on('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
  return { milliseconds, megabytes };
}

function firstLine(stream) {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) {
        resolve(text.slice(0, text.indexOf('\n')));
      }
    });
    stream.on('end', () => reject(new Error('the executable ended without a handshake')));
  });
}

/** grpc.health.v1.Health/Check for the service "plugin"; status 1 is SERVING. */
function checkHealth(client) {
  const request = Buffer.concat([Buffer.from([0x0a, 6]), Buffer.from('plugin')]);
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      '/grpc.health.v1.Health/Check',
      (x) => x,
      (x) => x,
      request,
      (error, response) => (error || response[1] !== 1 ? reject(error ?? new Error('not serving')) : resolve())
    );
  });
}

function residentMegabytes(pid) {
  if (process.platform !== 'linux') {
    return Number.NaN;
  }
  return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}
