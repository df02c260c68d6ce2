/** @jest-environment node */
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
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
