import { connectionsSchema } from '../../../src/evaluate/connections';
import { evaluate } from '../../../src/evaluate/evaluate';
import type { DriftResult, WindowedVerdict } from '../../../src/evaluate/Result';
import { parseQuery } from '../../../src/query/parseQuery';
import type { TimeRange } from '../../../src/query/time';
import { DEMO } from './flights';

/** A store with metrics, and the demo's rows beside it. */
export function connectionsTo(url: string) {
  return connectionsSchema.parse({
    metrics: { type: 'prometheus', url },
    files: { type: 'file', folder: DEMO },
  });
}

/** Drift as panels and alert rules get it, asked at the end of the range. */
export async function driftAt(url: string, query: Record<string, unknown>, range: TimeRange): Promise<DriftResult> {
  const result = await evaluate(parseQuery({ kind: 'drift', ...query }), {
    range,
    now: range.to,
    connections: connectionsTo(url),
  });
  if (result.kind !== 'drift') {
    throw new Error('not drift');
  }
  return result;
}

export function byFeature({ verdicts }: DriftResult): Map<string, WindowedVerdict> {
  return new Map(verdicts.map((verdict) => [verdict.comparison.feature, verdict]));
}
