// Prints as JSON where a real Elasticsearch is, for tests and benchmarks: see scripts/lib/findElasticsearch.mjs.
import process from 'node:process';
import { findElasticsearch } from './lib/findElasticsearch.mjs';

try {
  process.stdout.write(`${JSON.stringify(findElasticsearch())}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
