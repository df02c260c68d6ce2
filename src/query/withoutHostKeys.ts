import { querySchema } from './query';

const KNOWN: ReadonlySet<string> = new Set(querySchema.options.flatMap(({ shape }) => Object.keys(shape)));

/**
 * A query from Grafana without the keys that Grafana and its alert editor put beside ours (`refId`, `datasource`,
 * `instant`, `range`, `intervalMs`, …): which ones depends on its version and on the page. Nested keys stay strict.
 */
export function withoutHostKeys(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return input;
  }
  return Object.fromEntries(Object.entries(input).filter(([key, value]) => KNOWN.has(key) && value !== undefined));
}
