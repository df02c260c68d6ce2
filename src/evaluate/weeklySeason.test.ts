/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseQuery } from '../query/parseQuery';
import type { QueryInput } from '../query/query';
import { drawNormal } from '../statistics/random/drawNormal';
import { seededRandom } from '../statistics/random/seededRandom';
import { evaluate } from './evaluate';
import type { DriftResult } from './Result';

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-season-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DAY = 86_400_000;
const MONDAY = Date.UTC(2024, 0, 1);
const WEEKS = 9;
const ROWS_A_DAY = 300;

/** Nine weeks in which values lie 2 higher at weekends. In the last, those of its Monday lie 0.3 higher than on Mondays before. */
const random = seededRandom(1, 'weekly season');
const lines = Array.from({ length: 7 * WEEKS * ROWS_A_DAY }, (_, i) => {
  const day = Math.floor(i / ROWS_A_DAY);
  const time = MONDAY + (i * DAY) / ROWS_A_DAY;
  const moved = day === 7 * (WEEKS - 1) ? 0.3 : 0;
  return `${new Date(time).toISOString()},${drawNormal(random) + (day % 7 >= 5 ? 2 : 0) + moved}`;
});
writeFileSync(join(folder, 'log.csv'), ['time,x', ...lines, ''].join('\n'));

async function lastWeek(query: Pick<QueryInput & { kind: 'drift' }, 'baseline'> & { window: string }) {
  const parsed = parseQuery({
    kind: 'drift',
    current: { path: 'log.csv', timeField: 'time', features: [{ name: 'x' }] },
    ...query,
  });
  const range = { from: MONDAY + 7 * (WEEKS - 1) * DAY, to: MONDAY + 7 * WEEKS * DAY };
  const connections = { files: { type: 'file' as const, folder } };
  const result = (await evaluate(parsed, { range, now: range.to + DAY, connections })) as DriftResult;
  return result.verdicts;
}

describe('a Monday that moved by 0.3 standard deviations in a weekly season', () => {
  it('is found beside the Mondays before, and no other day is', async () => {
    const verdicts = await lastWeek({ baseline: { kind: 'seasonal', period: '1w', count: 8 }, window: '1d' });
    // A warning by chance is allowed: seven looks at 5%.
    expect(verdicts.map(({ verdict }) => verdict === 'drift')).toEqual([true, ...new Array<boolean>(6).fill(false)]);
    expect(verdicts[0].effectSize).toBeGreaterThan(0.2);
    expect(verdicts[0].effectSize).toBeLessThan(0.4);
  });

  it('hides in a week that is compared with the week before', async () => {
    const baseline = { kind: 'previous', offset: '1w' } as const;
    const [week] = await lastWeek({ baseline, window: '1w' });
    expect(week.verdict).toBe('no_drift');
  });

  it('hides among days that differ more from the rest of a week than it moved', async () => {
    const baseline = { kind: 'window', from: '2024-01-01', to: '2024-02-26' } as const;
    const verdicts = await lastWeek({ baseline, window: '1d' });
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(new Array<string>(7).fill('drift'));
  });
});
