import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { evaluate } from '../../../src/evaluate/evaluate';
import type { QualityResult } from '../../../src/evaluate/Result';
import { parseQuery } from '../../../src/query/parseQuery';

const MS_A_DAY = 86_400_000;
const FIRST = Date.UTC(2026, 2, 1);

/** What the checks find in a day of evenly spaced readings after several such days, as `feature code`. */
export async function checksOfDay(
  name: string,
  past: ReadonlyArray<readonly number[]>,
  day: readonly number[]
): Promise<string[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-situation-'));
  try {
    const lines = [...past, day].flatMap((values, i) =>
      values.map((value, slot) => {
        const time = FIRST + i * MS_A_DAY + (slot * MS_A_DAY) / values.length;
        return `${new Date(time).toISOString()},${value}`;
      })
    );
    fs.writeFileSync(path.join(folder, 'log.csv'), [`time,${name}`, ...lines, ''].join('\n'));
    const query = parseQuery({
      kind: 'quality',
      current: { path: 'log.csv', timeField: 'time' },
      baseline: { kind: 'seasonal', period: '1d', count: past.length },
    });
    const from = FIRST + past.length * MS_A_DAY;
    const range = { from, to: from + MS_A_DAY };
    const connections = { files: { type: 'file' as const, folder } };
    const { verdicts } = (await evaluate(query, { range, now: range.to, connections })) as QualityResult;
    return verdicts.flatMap(({ comparison, findings }) => findings.map(({ code }) => `${comparison.feature} ${code}`));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
