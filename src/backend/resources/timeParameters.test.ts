/** @jest-environment node */
import { readTimeRange } from './timeParameters';

const NOW = Date.parse('2026-01-02T00:00:00Z');

describe('readTimeRange', () => {
  it.each([
    [1000, 2000, { from: 1000, to: 2000 }],
    ['1000', '-5', { from: 1000, to: -5 }],
    ['now-1d', 'now', { from: NOW - 86_400_000, to: NOW }],
    ['2026-01-01', '2026-01-01T12:00:00Z', { from: NOW - 86_400_000, to: NOW - 43_200_000 }],
  ])('reads %p to %p', (from, to, expected) => {
    expect(readTimeRange({ from, to }, NOW)).toEqual(expected);
  });

  it.each([
    [1e300, 0],
    ['0', '9'.repeat(20)],
    [-8e15, 0],
  ])('refuses %p to %p: no date is that far', (from, to) => {
    expect(() => readTimeRange({ from, to }, NOW)).toThrow('no stretch of time');
  });

  it('is null where neither end is named, and refuses half a range', () => {
    expect(readTimeRange({}, NOW)).toBeNull();
    expect(() => readTimeRange({ from: 1 }, NOW)).toThrow('"from" and "to"');
    expect(() => readTimeRange({ to: 1 }, NOW)).toThrow('"from" and "to"');
  });
});
