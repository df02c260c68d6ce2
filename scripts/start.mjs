// `npm start`: the demo in a browser. `-- --port 3001` for another port, `-- --grafana` for a real Grafana.
import process from 'node:process';

const OLDEST_NODE = 20;
if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  fail(`Modelwatch needs Node ${OLDEST_NODE} or newer; this is ${process.version}.`);
}

const { parseArgs } = await import('node:util');
const { startInGrafana } = await import('./lib/startInGrafana.mjs');
const { startPreview } = await import('./lib/startPreview.mjs');

try {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, grafana: { type: 'boolean' }, verbose: { type: 'boolean' } },
  });
  const port = Number(values.port ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`--port ${values.port} is not a port.`);
  }
  process.stdout.write('Building what is missing or has changed: up to a minute the first time.\n');
  const start = values.grafana ? startInGrafana : startPreview;
  const { url, stop } = await start({ port, verbose: values.verbose });
  process.stdout.write(`\n  ${url}\n\n`);
  if (stop) {
    process.stdout.write('Ctrl-C ends it.\n');
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => stop().then(() => process.exit(0)));
    }
  }
} catch (error) {
  fail(error.message);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
