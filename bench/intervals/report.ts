import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { ScoreTable } from '../../src/outcomes/ScoreTable';
import { clopperPearson } from './clopperPearson';
import { tableOf } from './draw';
import { gapRates, type Rate, shuffledDays } from './gaps';
import { CASES, coverageOf } from './intervals';

const DRAWS = 4000;

/** Prints bench/intervals.md. */
async function report(): Promise<void> {
  const intervals = CASES.map((one) => coverageOf(one, one.metric === 'roc_auc' ? DRAWS / 2 : DRAWS));
  const gaps = gapRates(1000);
  const roles = { positive: '1', score: 'p', threshold: 0.5, predicts: false };
  const days = shuffledDays(await flightDays(), 1000, roles);
  const rows = intervals.map(
    ({ metric, name, held, draws, deLong }) =>
      `| \`${metric}\` | ${name} | ${withInterval(held, draws)} | ${deLong === undefined ? '–' : withInterval(deLong, draws)} |`
  );
  const rates = [...gaps, ...days].map(
    ({ name, count, draws }: Rate) => `| ${name} | ${withInterval(count, draws)} | ${draws} |`
  );
  process.stdout.write(
    [
      '# How often intervals hold',
      '',
      'Written by `npm run bench:intervals`. Each case is drawn from a generator seeded with 1 and its name, so that a run elsewhere',
      'gives the same figures. Rows are independent; intervals of the rates are Clopper and Pearson’s.',
      '',
      '## 95 % intervals of metrics',
      '',
      `Share of ${DRAWS.toLocaleString('en')} draws (AUC: ${(DRAWS / 2).toLocaleString('en')}) whose interval holds the true value.`,
      '',
      '| metric | case | holds | DeLong alone |',
      '| --- | --- | --- | --- |',
      ...rows,
      '',
      '## Estimates before labels, and the gap',
      '',
      'Baselines of 5,000 rows, windows of 2,000. The flights are those of version 2: 60 days as baseline, 28 as window.',
      '',
      '| what | share | draws |',
      '| --- | --- | --- |',
      ...rates,
      '',
    ].join('\n')
  );
}

function withInterval(count: number, total: number): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const [low, high] = clopperPearson(count, total);
  return `${percent(count / total)} (${percent(low)} to ${percent(high)})`;
}

async function flightDays(): Promise<ScoreTable[]> {
  const file = await asyncBufferFromFile('demo/flights.parquet');
  const columns = ['time', 'model_version', 'probability_late', 'actual'];
  const rows = await parquetReadObjects({ file, columns, compressors });
  const days = new Map<string, { scores: number[]; late: boolean[] }>();
  for (const { time, model_version, probability_late, actual } of rows) {
    if (model_version === '2' && actual !== null) {
      const day = (time as Date).toISOString().slice(0, 10);
      const own = days.get(day) ?? { scores: [], late: [] };
      own.scores.push(probability_late as number);
      own.late.push(actual === 'late');
      days.set(day, own);
    }
  }
  return [...days.values()].map(({ scores, late }) => tableOf(scores, late));
}

void report();
