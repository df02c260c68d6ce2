// `npm run demo:server`: a model server for the demo. --port 9464; --elasticsearch http://127.0.0.1:9200 to log there too,
// with --wait once it answers; --history FILE writes instead what it would have shown in the last 15 days, as OpenMetrics
// for promtool.
import fs from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { startDemoServer } from './lib/demoServer.mjs';
import { historyOf, openMetrics } from './lib/flightMetrics.mjs';
import { readFlights } from './lib/indexFlights.mjs';
import { replayedFlights } from './lib/replayedFlights.mjs';
import { serverMetrics } from './lib/serverMetrics.mjs';

const DAY = 86_400_000;
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '9464' },
    elasticsearch: { type: 'string' },
    wait: { type: 'boolean', default: false },
    history: { type: 'string' },
    days: { type: 'string', default: '15' },
  },
});
const days = Number(values.days);

if (values.history === undefined) {
  if (values.wait && values.elasticsearch !== undefined) {
    await untilItAnswers(values.elasticsearch);
  }
  const server = await startDemoServer({ port: Number(values.port), elasticsearch: values.elasticsearch, days });
  process.stdout.write(`http://127.0.0.1:${server.port}/metrics\n`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      server.stop();
      process.exit(0);
    });
  }
} else {
  const to = Date.now();
  const flights = replayedFlights(await readFlights(), to - days * DAY, to);
  const file = fs.openSync(values.history, 'w');
  for (const metric of serverMetrics(flights)) {
    const period = { from: to - days * DAY, to, every: 120_000 };
    fs.writeSync(file, openMetrics(metric, historyOf(metric, flights, period)));
  }
  fs.writeSync(file, '# EOF\n');
  fs.closeSync(file);
}

async function untilItAnswers(url) {
  while (!(await fetch(new URL('_cluster/health', `${url.replace(/\/$/, '')}/`)).catch(() => undefined))?.ok) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
