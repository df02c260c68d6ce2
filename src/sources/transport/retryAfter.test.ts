/** @jest-environment node */
import { retryAfter } from './retryAfter';

const NOW = Date.parse('2026-01-01T00:00:00Z');

it.each<[number, string | undefined, number | null]>([
  [429, '2', 2000],
  [503, ' 0 ', 0],
  [429, 'Thu, 01 Jan 2026 00:00:05 GMT', 5000],
  [429, 'Wed, 31 Dec 2025 00:00:00 GMT', 0],
  [429, '3600', null],
  [429, 'soon', null],
  [429, undefined, null],
  [500, '1', null],
])('status %d with "%s" is asked again after %p ms', (status, header, ms) => {
  expect(retryAfter(status, header, NOW)).toBe(ms);
});
