import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { flightMetrics, historyOf, openMetrics } from './flightMetrics.mjs';
import { readFlights } from './indexFlights.mjs';

/**
 * Writes the history of the flights' metrics as blocks of a Prometheus, one run of promtool a period.
 *
 * @param {{ promtool: string, folder: string, periods: Array<{ from: number, to: number }>, every?: number, which?: Parameters<typeof flightMetrics>[1], more?: (flights: object[], period: { from: number, to: number, every: number }) => string }} options
 *   `folder` receives the blocks, `every` is the time between scrapes; `more` is text of further metrics.
 */
export async function makeFlightBlocks({ promtool, folder, periods, every = 300_000, which, more = () => '' }) {
  const all = await readFlights();
  const text = `${folder}.txt`;
  for (const { from, to } of periods) {
    const flights = all.filter(({ time }) => +time >= from && +time < to);
    const file = fs.openSync(text, 'w');
    for (const metric of flightMetrics(flights, which)) {
      fs.writeSync(file, openMetrics(metric, historyOf(metric, flights, { from, to, every })));
    }
    fs.writeSync(file, `${more(flights, { from, to, every })}# EOF\n`);
    fs.closeSync(file);
    const load = ['tsdb', 'create-blocks-from', 'openmetrics', '--max-block-duration=960h', text, folder];
    execFileSync(promtool, load, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  fs.rmSync(text);
}
