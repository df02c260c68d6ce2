import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sampleFromNumbers } from '../../../src/distribution/sampleFromValues';
import { evaluate } from '../../../src/evaluate/evaluate';
import type { DriftResult, QualityResult, Result } from '../../../src/evaluate/Result';
import { decisionSchema } from '../../../src/query/decision';
import { parseQuery } from '../../../src/query/parseQuery';
import { noticeText } from '../../../src/sources/Notice';
import { decideWindow } from '../../../src/verdict/decideWindow';
import { describeReason } from '../../../src/verdict/describeReason';
import type { FeatureVerdict } from '../../../src/verdict/Verdict';

type Column = ReadonlyArray<string | number | null>;
export type Table = Readonly<Record<string, Column>>;

/** What the shell would answer to `modelwatch drift` over two tables, by feature. */
export async function driftOf(
  before: Table,
  after: Table,
  more: object = {}
): Promise<Map<string, FeatureVerdict & { readonly sentence: string }>> {
  const { verdicts } = (await ask('drift', before, after, more)) as DriftResult;
  return new Map(
    verdicts.map((verdict) => [verdict.comparison.feature, { ...verdict, sentence: describeReason(verdict) }])
  );
}

/** The verdict word of one numeric, categorical or text column, called x. */
export async function wordOf(before: Column, after: Column, more: object = {}): Promise<string> {
  const verdicts = await driftOf({ x: before }, { x: after }, more);
  return verdicts.get('x')?.verdict ?? 'no verdict';
}

/** What `modelwatch check` would find, as `feature code`. */
export async function findingsOf(before: Table, after: Table, more: object = {}): Promise<string[]> {
  const { verdicts } = (await ask('quality', before, after, more)) as QualityResult;
  return verdicts.flatMap(({ comparison, findings }) => findings.map(({ code }) => `${comparison.feature} ${code}`));
}

/** What is said beside the verdicts on drift. */
export async function noticesOf(before: Table, after: Table, more: object = {}): Promise<string[]> {
  return (await ask('drift', before, after, more)).notices.map(noticeText);
}

async function ask(kind: 'drift' | 'quality', before: Table, after: Table, more: object): Promise<Result> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-situation-'));
  try {
    fs.writeFileSync(path.join(folder, 'before.csv'), csvOf(before));
    fs.writeFileSync(path.join(folder, 'after.csv'), csvOf(after));
    const query = parseQuery({
      kind,
      current: { path: 'after.csv' },
      baseline: { kind: 'selection', path: 'before.csv' },
      ...more,
    });
    const connections = { files: { type: 'file' as const, folder } };
    return await evaluate(query, { range: null, now: 0, connections });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function csvOf(table: Table): string {
  const names = Object.keys(table);
  const rows = table[names[0]].map((_, i) => names.map((name) => quoted(table[name][i])).join(','));
  return [names.join(','), ...rows, ''].join('\n');
}

function quoted(cell: Column[number]): string {
  const text = cell === null ? '' : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The same of numbers that are not written into a file and read again, for large samples. */
export function wordOfNumbers(before: readonly number[], after: readonly number[]): string {
  const [baseline, current] = [before, after].map((side) => sampleFromNumbers(Float64Array.from(side)));
  const comparison = { feature: 'x', type: 'numeric' as const, segment: {}, baseline, current };
  return decideWindow([comparison], 'auto', decisionSchema.parse({}))[0].verdict;
}
