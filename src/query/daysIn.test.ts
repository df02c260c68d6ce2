import { daysIn, startOfDay } from './daysIn';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);

describe('daysIn', () => {
  it('cuts a range at midnight of the zone, and tells where a day began that the range cuts', () => {
    const range = { from: at('2024-05-01T06:00:00Z'), to: at('2024-05-02T23:00:00Z') };
    expect(daysIn(range, 'UTC')).toEqual([
      { start: at('2024-05-01T00:00:00Z'), from: range.from, to: at('2024-05-02T00:00:00Z') },
      { start: at('2024-05-02T00:00:00Z'), from: at('2024-05-02T00:00:00Z'), to: range.to },
    ]);
    expect(daysIn(range, 'Europe/Berlin').map(({ start }) => new Date(start).toISOString())).toEqual([
      '2024-04-30T22:00:00.000Z',
      '2024-05-01T22:00:00.000Z',
      '2024-05-02T22:00:00.000Z',
    ]);
  });

  it('has days of 23 and of 25 hours', () => {
    const range = { from: at('2024-03-30T23:00:00Z'), to: at('2024-04-01T22:00:00Z') };
    expect(daysIn(range, 'Europe/Berlin').map(({ from, to }) => (to - from) / HOUR)).toEqual([23, 24]);
    const autumn = { from: at('2024-10-26T22:00:00Z'), to: at('2024-10-28T23:00:00Z') };
    expect(daysIn(autumn, 'Europe/Berlin').map(({ from, to }) => (to - from) / HOUR)).toEqual([25, 24]);
  });

  it('gives each moment the start of its day', () => {
    const range = { from: at('2024-03-29T00:00:00Z'), to: at('2024-04-02T00:00:00Z') };
    const days = daysIn(range, 'America/New_York');
    for (let time = range.from; time < range.to; time += HOUR / 2) {
      const day = days.filter(({ from, to }) => from <= time && time < to);
      expect(day.map(({ start }) => start)).toEqual([startOfDay(time, 'America/New_York')]);
    }
    expect(daysIn({ from: range.from, to: range.from }, 'UTC')).toEqual([]);
  });
});
