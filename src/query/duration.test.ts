/** @jest-environment node */
import { formatDuration, isDuration, parseDuration } from './duration';

it.each([
  ['1h', 3_600_000],
  ['28d', 28 * 86_400_000],
  ['4w', 4 * 604_800_000],
  ['1.5m', 90_000],
  ['250ms', 250],
])('%s is %d ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

it.each([
  [86_400_000, '1d'],
  [604_800_000, '1w'],
  [5_400_000, '90m'],
  [1_001, '1001ms'],
])('%d ms are written %s, and read back', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
  expect(parseDuration(text)).toBe(ms);
});

it.each(['', '0h', '-1h', 'h', '1y', '1h30m', ' 1h', '9999999999999w', '53000w'])(
  '"%s" is none, and the error says what is',
  (text) => {
    expect(isDuration(text)).toBe(false);
    expect(() => parseDuration(text)).toThrow(/30m, 1h, 7d or 4w/);
  }
);
