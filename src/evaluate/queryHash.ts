import { createHash } from 'node:crypto';
import type { Query } from '../query/query';

const LENGTH = 16;

/** The same for the same question, however its keys are ordered and its answer is shown. */
export function queryHash(query: Query): string {
  const { kind, version, current, baseline, segmentBy, window, tests, decision, timezone, delay, minimumCount } = query;
  const question = {
    kind,
    version,
    current,
    baseline,
    segmentBy,
    window,
    tests,
    decision,
    timezone,
    delay,
    minimumCount,
  };
  return createHash('sha256').update(canonical(question)).digest('hex').slice(0, LENGTH);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}
