// Prints where a real VictoriaMetrics is, for tests: see scripts/lib/findVictoria.mjs.
import process from 'node:process';
import { findVictoria } from './lib/findVictoria.mjs';

try {
  process.stdout.write(findVictoria());
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
