import http from 'node:http';

/** Stands on loopback before a server and counts what goes by: requests, and bytes of both ways with their headers. */
export class CountingProxy {
  #sockets = new Set();
  #closed = { sent: 0, received: 0 };
  #requests = 0;
  #agent = new http.Agent({ keepAlive: true });
  #server = http.createServer({ requestTimeout: 0 });

  static async start(target) {
    const proxy = new CountingProxy();
    // A client that computes for long between two requests finds its connection open.
    proxy.#server.keepAliveTimeout = 0;
    proxy.#server.on('connection', (socket) => proxy.#watch(socket));
    proxy.#server.on('request', (request, response) => proxy.#forward(target, request, response));
    await new Promise((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  /** What went by until now. */
  get usage() {
    const open = [...this.#sockets];
    return {
      requests: this.#requests,
      sent: open.reduce((sum, { bytesRead }) => sum + bytesRead, this.#closed.sent),
      received: open.reduce((sum, { bytesWritten }) => sum + bytesWritten, this.#closed.received),
    };
  }

  stop() {
    this.#agent.destroy();
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }

  #watch(socket) {
    this.#sockets.add(socket);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#closed.sent += socket.bytesRead;
      this.#closed.received += socket.bytesWritten;
    });
  }

  #forward(target, request, response) {
    this.#requests++;
    const { method, headers } = request;
    const asked = http.request(`${target}${request.url}`, { method, headers, agent: this.#agent }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    asked.on('error', () => response.destroy());
    request.pipe(asked);
  }
}
