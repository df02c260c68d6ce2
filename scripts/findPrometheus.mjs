// Prints as JSON where real Prometheus servers are, for tests and benchmarks: see scripts/lib/findPrometheus.mjs.
import process from 'node:process';
import { findPrometheus } from './lib/findPrometheus.mjs';

try {
  process.stdout.write(`${JSON.stringify(await findPrometheus())}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
