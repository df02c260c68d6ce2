/** @jest-environment node */
import { isTimeExpression, isTimeRange, parseTime } from './time';

const now = Date.parse('2026-01-15T12:00:00Z');

it.each([
  ['2013-07-01T00:00:00Z', '2013-07-01T00:00:00.000Z'],
  ['2013-07-01T00:00:00+02:00', '2013-06-30T22:00:00.000Z'],
  ['2013-07-01T00:00:00', '2013-07-01T00:00:00.000Z'],
  ['2013-07-01T00:00', '2013-07-01T00:00:00.000Z'],
  ['2013-07-01', '2013-07-01T00:00:00.000Z'],
  ['now', '2026-01-15T12:00:00.000Z'],
  ['now-6h', '2026-01-15T06:00:00.000Z'],
  ['now+1d', '2026-01-16T12:00:00.000Z'],
])('%s is %s', (text, expected) => {
  expect(new Date(parseTime(text, now)).toISOString()).toBe(expected);
});

it('reads a time without a zone as UTC in any zone of the process', () => {
  const zone = process.env.TZ;
  process.env.TZ = 'America/New_York';
  try {
    expect(parseTime('2013-07-01T00:00:00', now)).toBe(Date.UTC(2013, 6, 1));
  } finally {
    process.env.TZ = zone;
  }
});

it.each(['yesterday', '', 'now-', 'now-6', '2013', '2013-13-45', '1372636800000', 'now-9999999999999w'])(
  '"%s" is no time, and the error says what is',
  (text) => {
    expect(isTimeExpression(text)).toBe(false);
    expect(() => parseTime(text, now)).toThrow(/ISO time/);
  }
);

it.each([
  [{ from: 0, to: 1e15 }, true],
  [{ from: -9e18, to: 0 }, false],
  [{ from: 0, to: 9e18 }, false],
  [{ from: NaN, to: 0 }, false],
  [{ from: 0, to: Infinity }, false],
])('%j can be a stretch of time: %p', (range, expected) => {
  expect(isTimeRange(range)).toBe(expected);
});
