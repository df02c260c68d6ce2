/** @jest-environment node */
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import zlib from 'node:zlib';
import { Memory, setMemory } from '../memory/Memory';
import { memoryLimits } from '../memory/memoryLimits';
import { exchange } from './exchange';

const OK = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok';

/** A server that answers only the first `answers` requests of each connection, and resets it at the next one. */
async function forgetfulServer(answers: number) {
  let connections = 0;
  let requests = 0;
  const server = net.createServer((socket) => {
    connections++;
    let left = answers;
    socket.on('error', () => {});
    socket.on('data', () => {
      requests++;
      if (left-- > 0) {
        socket.write(OK);
      } else {
        socket.resetAndDestroy();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  return {
    ask: () =>
      exchange(
        {
          place: 'The store',
          address: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
          agent,
          method: 'GET',
          headers: {},
          timeout: 5000,
        },
        {}
      ),
    connections: () => connections,
    requests: () => requests,
    close: async () => {
      agent.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

it('asks again, once, where the store closed a kept connection as it was used again', async () => {
  const server = await forgetfulServer(1);
  expect((await server.ask()).text).toBe('ok');
  expect((await server.ask()).text).toBe('ok');
  expect([server.connections(), server.requests()]).toEqual([2, 3]);
  await server.close();
});

it('does not ask again on a new connection', async () => {
  const server = await forgetfulServer(0);
  await expect(server.ask()).rejects.toThrow(/The store/);
  expect(server.requests()).toBe(1);
  await server.close();
});

describe('an answer that does not end', () => {
  const zeros = zlib.gzipSync(Buffer.alloc(64 * 2 ** 20));
  let gone: () => void;
  const server = http.createServer((request, response) => {
    request.once('close', () => gone?.());
    if (request.url === '/bomb') {
      // One stream, which doesn't end: each member holds 64 MB.
      response.writeHead(200, { 'Content-Encoding': 'gzip' });
      const write = () => {
        while (!response.destroyed && response.write(zeros)) {}
      };
      response.on('drain', write);
      write();
    } else if (request.url === '/drip') {
      response.writeHead(200).write('{');
      const timer = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(timer));
    } else if (request.url === '/endless') {
      response.writeHead(200);
      const block = Buffer.alloc(2 ** 20, 32);
      const write = () => {
        while (!response.destroyed && response.write(block)) {}
      };
      response.on('drain', write);
      write();
    }
  });
  const ask = (path: string, options: { signal?: AbortSignal; timeout?: number } = {}) => {
    const { port } = server.address() as AddressInfo;
    const address = new URL(`http://127.0.0.1:${port}${path}`);
    const { timeout = 30_000, ...rest } = options;
    return exchange({ place: 'The store', address, agent, method: 'GET', headers: {}, timeout }, rest);
  };
  const agent = new http.Agent();

  beforeAll(() => {
    setMemory(new Memory({ query: 128 * 2 ** 20, process: 128 * 2 ** 20 }));
    return new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    setMemory(new Memory(memoryLimits({})));
    agent.destroy();
    server.closeAllConnections();
    server.close();
  });

  it.each(['/bomb', '/endless'])('is an error of the store as soon as it is too long: %s', async (path) => {
    const closed = new Promise<void>((resolve) => (gone = resolve));
    const before = process.memoryUsage.rss();
    await expect(ask(path)).rejects.toMatchObject({
      message: expect.stringMatching(/answers with more than 16 MB.*query_memory_mb/),
      options: { status: 502, side: 'downstream' },
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(400 * 2 ** 20);
    await closed;
  });

  it('is given up when the time is over, however it drips', async () => {
    await expect(ask('/drip', { timeout: 200 })).rejects.toMatchObject({ options: { status: 504 } });
  });

  it('is given up when nobody waits any more', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    await expect(ask('/drip', { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

it('asks again after as long as a store that has too much to do wants, and tells what it says in the end', async () => {
  let asked = 0;
  const busy = http.createServer((request, response) => {
    asked++;
    const isTaken = request.url === '/soon' && asked > 1;
    const after = request.url === '/late' ? '6' : '0';
    response.writeHead(isTaken ? 200 : 429, { 'Retry-After': after }).end(isTaken ? 'ok' : 'busy');
  });
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
  const { port } = busy.address() as AddressInfo;
  const ask = (path: string) =>
    exchange(
      {
        ...{ place: 'The store', address: new URL(`http://127.0.0.1:${port}${path}`), agent: new http.Agent() },
        ...{ method: 'GET', headers: {}, timeout: 5000 },
      },
      {}
    );
  await expect(ask('/soon')).resolves.toMatchObject({ status: 200, text: 'ok' });
  expect(asked).toBe(2);
  await expect(ask('/never')).resolves.toMatchObject({ status: 429, text: 'busy' });
  expect(asked).toBe(5);
  // The time is up before: what the store says is told, and no timeout.
  await expect(ask('/late')).resolves.toMatchObject({ status: 429, text: 'busy' });
  expect(asked).toBe(6);
  busy.close();
});
