import { execFileSync } from 'node:child_process';
import http from 'node:http';
import net from 'node:net';
import { interrupt, runStart } from './support/runStart';

function processesBelow(pid: number): string[] {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .trim()
      .split('\n');
  } catch {
    return [];
  }
}

function isAlive(pid: string): boolean {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}

it('takes another port where the first is in use, and leaves no process behind', async () => {
  const taken = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as net.AddressInfo;
  const started = await runStart(['--port', String(port)]);
  expect(Number(new URL(started.url).port)).toBeGreaterThan(port);
  expect(await (await fetch(started.url)).text()).toContain('reactRoot');
  const children = processesBelow(started.child.pid!);
  expect(children.length).toBeGreaterThan(0);
  expect(await interrupt(started)).toBe(0);
  expect(children.filter(isAlive)).toEqual([]);
  taken.close();
});

it('answers only requests that name this machine', async () => {
  const status = await new Promise((resolve, reject) => {
    const options = { headers: { host: 'elsewhere.example' } };
    const request = http.get(process.env.PREVIEW_URL!, options, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
  });
  expect(status).toBe(403);
});

it.each([
  { args: ['--port', 'http'], message: /--port http is not a port/ },
  { args: ['--porrt', '1'], message: /--porrt/ },
  { args: ['--grafana'], env: { GRAFANA_URL: '', PATH: '/nowhere' }, message: /There is no Grafana: set GRAFANA_URL/ },
])('says what is wrong with $args', async ({ args, env, message }) => {
  await expect(runStart(args, env)).rejects.toThrow(message);
});
