/** @jest-environment node */
import { toWallClock } from '../../../query/calendar';
import { seededRandom } from '../../../statistics/random/seededRandom';
import { DayStarts } from './DayStarts';

jest.setTimeout(60_000);

const HOUR = 3_600_000;

it.each([
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Auckland',
])('finds the midnight before each moment of two years in %s', (zone) => {
  const random = seededRandom(1, zone);
  const days = new DayStarts(zone);
  const from = Date.UTC(2023, 0, 1);
  for (let i = 0; i < 4000; i++) {
    // Every 4.3 hours, and anywhere.
    const time = i < 2000 ? from + i * 4.3 * HOUR : from + random.below(730 * 24 * 60) * 60_000;
    const start = days.startOf(time);
    const [wall, begin] = [toWallClock(time, zone), toWallClock(start, zone)];
    expect([begin % (24 * HOUR), Math.floor(wall / (24 * HOUR)) - begin / (24 * HOUR)]).toEqual([0, 0]);
    expect(start).toBeLessThanOrEqual(time);
  }
});

it('begins a day where the clock goes on at midnight', () => {
  // In Santiago the clock went from 24:00 on 2 September to 01:00 on the 3rd.
  const jump = Date.UTC(2023, 8, 3, 4);
  const days = new DayStarts('America/Santiago');
  expect(days.startOf(jump - 1)).toBe(jump - 24 * HOUR);
  expect(days.startOf(jump)).toBe(jump);
});
