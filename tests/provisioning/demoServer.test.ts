import fs from 'node:fs';
import path from 'node:path';
import { replayedFlights } from '../../scripts/lib/replayedFlights.mjs';
import { logOf } from '../../scripts/lib/serverLog.mjs';
import { openMetrics, historyOf } from '../../scripts/lib/flightMetrics.mjs';
import { missingInputs, serverMetrics } from '../../scripts/lib/serverMetrics.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** A flight every six hours of a year of 365 days, every fourth without a temperature. */
const recorded = Array.from({ length: 365 * 4 }, (_, index) => ({
  flight_id: `F${index}`,
  time: new Date(Date.UTC(2013, 0, 1) + index * 6 * HOUR),
  label_time: null,
  model_version: index < 700 ? '1' : '2',
  prediction: 'late',
  outcome: 'arrived',
  probability_late: 0.5,
  airport_delay_minutes: 3,
  temperature_f: index % 4 === 0 ? null : 50,
  wind_speed_mph: 1,
  visibility_miles: 1,
  precipitation_in: 0,
  pressure_mbar: 1000,
}));

it('replays the flights by whole years of weeks, up to now, none twice', () => {
  const now = Date.UTC(2026, 0, 20, 9);
  const flights = replayedFlights(recorded, now - 40 * DAY, now);
  const times = flights.map(({ time }) => +time);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(new Set(times).size).toBe(times.length);
  expect(times).toHaveLength(160);
  expect(times.at(-1)).toBeLessThan(now);
  const original = recorded.find(({ flight_id: id }) => id === flights.at(-1)?.flight_id);
  expect((times.at(-1)! - +original!.time) % WEEK).toBe(0);
});

it('logs what was missing, and nothing where nothing was', () => {
  expect(missingInputs(recorded[0])).toEqual(['temperature_f']);
  expect(logOf(recorded[0])).toMatchObject({ level: 'warning', message: 'F0: no temperature_f; predicted without.' });
  expect(logOf(recorded[1])).toBeNull();
  const blind = { ...recorded[0], wind_speed_mph: null, visibility_miles: null, precipitation_in: null };
  expect(logOf({ ...blind, pressure_mbar: null })).toMatchObject({ level: 'error' });
});

it('shows the metrics that the dashboard asks for unless it is told otherwise', () => {
  const file = path.resolve(__dirname, '../../src/app/dashboards/service-metrics.json');
  const { templating } = JSON.parse(fs.readFileSync(file, 'utf8')) as {
    templating: { list: Array<{ name: string; query: string }> };
  };
  const named = (name: string) => templating.list.find((variable) => variable.name === name)?.query ?? '';
  const flights = recorded.slice(0, 8);
  const period = { from: +flights[0].time, to: +flights[0].time + 2 * DAY, every: DAY };
  const text = serverMetrics(flights)
    .map((metric) => openMetrics(metric, historyOf(metric, flights, period)))
    .join('');
  for (const series of [
    named('calls'),
    named('errors'),
    `${named('latency')}_bucket`,
    `${named('preprocessing')}_bucket`,
  ]) {
    expect(text).toMatch(new RegExp(`^${series}\\{${named('selector')}`, 'm'));
  }
  // Two of the eight flights of two days lack an input.
  expect(text).toMatch(/^flight_incomplete_inputs_total\{[^}]*input="temperature_f"\} 2 /m);
});
