// Prints as JSON where a real Elasticsearch and a real OpenSearch are, for tests and benchmarks: see scripts/lib.
import process from 'node:process';
import { findElasticsearch } from './lib/findElasticsearch.mjs';
import { findOpenSearch } from './lib/findOpenSearch.mjs';

try {
  process.stdout.write(`${JSON.stringify([findElasticsearch(), findOpenSearch()])}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
