import { connectionsSchema } from '../../../src/evaluate/connections';
import { evaluate } from '../../../src/evaluate/evaluate';
import type { Result, WindowedVerdict, WindowedVolume } from '../../../src/evaluate/Result';
import { parseQuery } from '../../../src/query/parseQuery';
import { noticeText } from '../../../src/sources/Notice';
import { describeReason } from '../../../src/verdict/describeReason';
import { describeVolume } from '../../../src/verdict/volume/describeVolume';
import type { Question } from './Situation';

export async function ask(
  url: string,
  { query, range, now }: Pick<Question, 'query' | 'range' | 'now'>
): Promise<Result> {
  const connections = connectionsSchema.parse({ p: { type: 'prometheus', url } });
  return evaluate(parseQuery(query), { range, now: now ?? range.to, connections });
}

/** The verdicts of a drift, by time. */
export function driftOf(result: Result): readonly WindowedVerdict[] {
  if (result.kind !== 'drift') {
    throw new Error(`${result.kind} is no drift`);
  }
  return result.verdicts;
}

export function volumeOf(result: Result): readonly WindowedVolume[] {
  if (result.kind !== 'volume') {
    throw new Error(`${result.kind} is no volume`);
  }
  return result.verdicts;
}

export function severitiesOf(result: Result): Array<number | null> {
  return result.kind === 'drift' || result.kind === 'volume' ? result.verdicts.map(({ severity }) => severity) : [];
}

/** All that is said of verdicts and beside them. */
export function saidIn(result: Result): string {
  const reasons =
    result.kind === 'drift'
      ? result.verdicts.map(describeReason)
      : result.kind === 'volume'
        ? result.verdicts.map(describeVolume)
        : [];
  return [...reasons, ...result.notices.map(noticeText)].join('\n');
}

/** Queries as the situations write them. */
export const drift = (feature: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  kind: 'drift',
  current: { connection: 'p', features: [feature] },
  baseline: { kind: 'previous', offset: '1d' },
  ...more,
});

export const volume = (expr: string, more: Record<string, unknown> = {}) => ({
  kind: 'volume',
  current: { connection: 'p' },
  baseline: { kind: 'previous', offset: '1d' },
  measures: [{ name: 'calls', expr, counts: true }],
  ...more,
});

export const calls = (metric: string) => `sum(increase(${metric}[$__window]))`;
