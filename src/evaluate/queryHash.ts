import { createHash } from 'node:crypto';
import type { Query } from '../query/query';

const LENGTH = 16;

/** How an answer is shown; not what was asked. */
const PRESENTATION: ReadonlySet<string> = new Set(['format', 'alertValue', 'detail', 'bins']);

/** The same for the same question, however its keys are ordered and its answer is shown. */
export function queryHash(query: Query): string {
  const question = Object.fromEntries(Object.entries(query).filter(([key]) => !PRESENTATION.has(key)));
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
