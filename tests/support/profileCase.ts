import fs from 'node:fs';
import path from 'node:path';
import { makeProfile } from '../../src/baseline/profile/makeProfile';
import { parseProfile } from '../../src/baseline/profile/readProfile';
import { type Connections, sourceOf } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { DriftResult, WindowedVerdict } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import type { Selection } from '../../src/query/selection';
import type { TimeRange } from '../../src/query/time';

/** Writes the profile of a selection into a folder and reads it as one does that was written elsewhere. */
export async function writeProfile(
  folder: string,
  id: string,
  connections: Connections,
  selection: Selection,
  range: TimeRange | null,
  minimumCount = 0
) {
  const made = await makeProfile(
    sourceOf(connections, selection.connection),
    {
      ...{ selection, range, minimumCount, types: new Map(), labels: {} },
      created: '2026-11-26T00:00:00Z',
      version: '0.0.0',
      source: { name: 'flights', ...(selection.connection !== undefined && { connection: selection.connection }) },
    },
    {}
  );
  const text = JSON.stringify(made);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, `${id}.json`), text);
  return { profile: parseProfile(text, id), text };
}

/** The verdicts by feature. */
export async function driftOf(
  query: Record<string, unknown>,
  context: { readonly range: TimeRange; readonly connections: Connections; readonly profiles: string }
): Promise<Map<string, WindowedVerdict>> {
  const result = await evaluate(parseQuery({ kind: 'drift', ...query }), { ...context, now: context.range.to });
  const { verdicts } = result as DriftResult;
  return new Map(verdicts.map((verdict) => [verdict.comparison.feature, verdict]));
}

/** The same verdicts, but for warnings that coarse buckets hide where that is granted, and of every statistic the one side's bounds hold the other's value. */
export function expectBracketed(
  counted: ReadonlyMap<string, WindowedVerdict>,
  exact: ReadonlyMap<string, WindowedVerdict>,
  { slack, hidden = 'nothing' }: { readonly slack: number; readonly hidden?: 'nothing' | 'warnings' }
): void {
  const shown = (verdict: string | undefined) =>
    hidden === 'warnings' && verdict === 'warning' ? 'no_drift' : verdict;
  expect([...counted.keys()]).toEqual([...exact.keys()]);
  counted.forEach((one, feature) => {
    const other = exact.get(feature);
    expect([feature, shown(one.verdict)]).toEqual([feature, shown(other?.verdict)]);
    one.tests.forEach(({ test, statisticLow, statisticHigh }) => {
      const statistic = other?.tests.find((same) => same.test === test)?.statistic ?? null;
      if (statistic !== null && statisticLow !== null && statisticHigh !== null) {
        expect([feature, test, statisticLow <= statistic + slack]).toEqual([feature, test, true]);
        expect([feature, test, statisticHigh >= statistic - slack]).toEqual([feature, test, true]);
      }
    });
  });
}
