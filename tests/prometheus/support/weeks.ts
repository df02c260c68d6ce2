import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { drawNormal } from '../../../src/statistics/random/drawNormal';
import { seededRandom } from '../../../src/statistics/random/seededRandom';

export const HOUR = 3_600_000;
export const WEEK = 168 * HOUR;
/** Fourteen weeks from a Monday on. */
export const WEEKS = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2024, 0, 1) + 14 * WEEK };
export const LAST = { from: WEEKS.to - WEEK, to: WEEKS.to };
/** When values become larger. */
export const CHANGE = LAST.from + 72 * HOUR;
const BOUNDS = [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4];
const SCRAPE = 15 * 60_000;
const ROWS = 12;

export interface WeekRow {
  readonly time: number;
  readonly latency: number;
  readonly answer: string;
}

/** Calls of a service between scrapes: slower by day, with a rate of errors that stays as it is. */
export function weekRows(): WeekRow[] {
  const random = seededRandom(1, 'weeks of a service');
  const rows: WeekRow[] = [];
  for (let time = WEEKS.from; time < WEEKS.to; time += SCRAPE) {
    const slow = Math.sin((((time / HOUR) % 24) / 12) * Math.PI) + (time >= CHANGE ? 1.2 : 0);
    for (let i = 0; i < ROWS; i++) {
      rows.push({
        time: time + ((i + 0.5) * SCRAPE) / ROWS,
        latency: Math.exp(0.5 * slow + 0.6 * drawNormal(random) - 0.5),
        answer: random.next() < 0.1 ? 'error' : 'ok',
      });
    }
  }
  return rows;
}

/** Writes what a Prometheus scraped of the rows as blocks: a classic histogram and a counter. */
export function makeWeekBlocks(program: string, folder: string, rows: readonly WeekRow[], from = WEEKS.from): void {
  const buckets = BOUNDS.map((le) => ({ le: String(le), count: 0, lines: new Array<string>() }));
  const all = { le: '+Inf', count: 0, lines: new Array<string>() };
  const answers = ['ok', 'error'].map((answer) => ({ answer, count: 0, lines: new Array<string>() }));
  let next = 0;
  for (let time = WEEKS.from; time <= WEEKS.to; time += SCRAPE) {
    for (; next < rows.length && rows[next].time < time; next++) {
      const { latency, answer } = rows[next];
      buckets.forEach((bucket, i) => (bucket.count += latency <= BOUNDS[i] ? 1 : 0));
      all.count++;
      answers.forEach((one) => (one.count += one.answer === answer ? 1 : 0));
    }
    if (time >= from) {
      const at = time / 1000;
      [...buckets, all].forEach(({ le, count, lines }) => lines.push(`latency_bucket{le="${le}"} ${count} ${at}`));
      answers.forEach(({ answer, count, lines }) => lines.push(`answers_total{answer="${answer}"} ${count} ${at}`));
    }
  }
  const text = `${folder}.txt`;
  const histogram = [...buckets, all].flatMap(({ lines }) => lines);
  const counter = answers.flatMap(({ lines }) => lines);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(
    text,
    ['# TYPE latency histogram', ...histogram, '# TYPE answers counter', ...counter, '# EOF', ''].join('\n')
  );
  const promtool = [path.join(path.dirname(program), 'promtool'), '/usr/bin/promtool'].find((one) =>
    fs.existsSync(one)
  );
  const load = ['tsdb', 'create-blocks-from', 'openmetrics', '--max-block-duration=960h', text, folder];
  execFileSync(promtool ?? 'promtool', load, { stdio: ['ignore', 'ignore', 'inherit'] });
  fs.rmSync(text);
}
