import http from 'node:http';
import process from 'node:process';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { Totals } from './flightMetrics.mjs';
import { readFlights } from './indexFlights.mjs';
import { replayedFlights } from './replayedFlights.mjs';
import { writeLog } from './serverLog.mjs';
import { serverMetrics } from './serverMetrics.mjs';

/** A counter that starts before the first scrape, so that its first increase is seen. */
const BEFORE_MS = 6 * 3_600_000;
const LOG_EVERY_MS = 30_000;

/**
 * A model server for the demo: replays the flights as if they went on now, and shows at /metrics what it observes of them,
 * beside its own processor and memory. With `elasticsearch` it logs there which inputs were missing, from `days` days back
 * on.
 *
 * @param {{ port: number, host?: string, elasticsearch?: string, days?: number }} options
 */
export async function startDemoServer({ port, host = '0.0.0.0', elasticsearch, days = 15 }) {
  const recorded = await readFlights();
  const started = Date.now();
  const totals = new Totals(serverMetrics(recorded));
  const register = new Registry();
  collectDefaultMetrics({ register });
  let seen = started - BEFORE_MS;
  const advance = () => {
    const now = Date.now();
    replayedFlights(recorded, seen, now).forEach((flight) => totals.observe(flight));
    seen = now;
  };
  const server = http.createServer(async (request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end('This is the demo of a model server: see /metrics.\n');
      return;
    }
    advance();
    response.writeHead(200, { 'Content-Type': register.contentType });
    response.end(`${exposition(totals)}${await register.metrics()}`);
  });
  await new Promise((resolve) => server.listen(port, host, resolve));
  const log = elasticsearch === undefined ? undefined : keepLog(elasticsearch, recorded, started - days * 86_400_000);
  return {
    port: server.address().port,
    /** Resolves when what was logged before now is written. */
    logged: log?.first,
    stop: () => {
      log?.stop();
      server.close();
      server.closeAllConnections();
    },
  };
}

function exposition({ metrics, values }) {
  return metrics
    .map(({ name, type, initial }) => {
      // The text format names a counter with its suffix, OpenMetrics without.
      const typed = type === 'counter' ? `${name}_total` : name;
      return `# TYPE ${typed} ${type}\n${initial.map((series) => `${series} ${values.get(series)}\n`).join('')}`;
    })
    .join('');
}

function keepLog(url, recorded, from) {
  let written = from;
  const write = async () => {
    const now = Date.now();
    const count = await writeLog(url, replayedFlights(recorded, written, now));
    written = now;
    return count;
  };
  const first = write();
  first.catch((error) => process.stderr.write(`${error.message}\n`));
  const timer = setInterval(() => write().catch((error) => process.stderr.write(`${error.message}\n`)), LOG_EVERY_MS);
  return { first, stop: () => clearInterval(timer) };
}
