import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { Outcomes } from '../../src/outcomes/Outcomes';
import type { MetricRoles } from '../../src/statistics/performance/MetricRoles';

const DAY = 86_400_000;

/** The demo's flights of a day of scheduled departure (UTC): what was predicted and what came true. */
export interface FlightDay {
  readonly day: number;
  readonly rows: readonly Row[];
  readonly outcomes: Outcomes;
}

export const FLIGHT_ROLES: MetricRoles = {
  positive: 'late',
  score: 'probability_late',
  threshold: 0.5,
  predicts: true,
};

export interface Row {
  readonly time: Date;
  readonly model_version: string;
  readonly prediction: string;
  readonly probability_late: number;
  readonly actual: string | null;
}

/** Version 2's days, from July to December. */
export async function flightDays(): Promise<FlightDay[]> {
  const file = await asyncBufferFromFile('demo/flights.parquet');
  const columns = ['time', 'model_version', 'prediction', 'probability_late', 'actual'];
  const rows = (await parquetReadObjects({ file, columns, compressors })) as unknown as Row[];
  const byDay = new Map<number, Row[]>();
  for (const row of rows.filter(({ actual, model_version: version }) => actual !== null && version === '2')) {
    const day = Math.floor(row.time.getTime() / DAY);
    const known = byDay.get(day) ?? [];
    byDay.set(day, known);
    known.push(row);
  }
  return [...byDay]
    .map(([day, of]) => ({ day, rows: of, outcomes: outcomesOf(of) }))
    .filter((of) => of.rows.length > 100);
}

export function outcomesOf(rows: readonly Row[]): Outcomes {
  const counts = [new Float64Array(2), new Float64Array(2)];
  const cells = new Map<number, [number, number]>();
  for (const { prediction, probability_late: score, actual } of rows) {
    const isLate = actual === 'late' ? 0 : 1;
    counts[isLate][prediction === 'late' ? 0 : 1] += 1;
    const cell = cells.get(score) ?? [0, 0];
    cell[isLate] += 1;
    cells.set(score, cell);
  }
  const scores = Float64Array.from(cells.keys()).sort();
  const side = (at: 0 | 1) => ({ counts: scores.map((score) => cells.get(score)?.[at] ?? 0) });
  const byClass = new Map([
    ['late', side(0)],
    ['on_time', side(1)],
  ]);
  return {
    rows: rows.length,
    labelled: rows.length,
    confusion: { classes: ['late', 'on_time'], counts },
    scores: new Map([['probability_late', { lower: scores, upper: scores, byClass }]]),
  };
}
