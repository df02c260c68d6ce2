/** @jest-environment node */
import { clockNotices, forgetClocks, noteClock, skewBy } from './clocks';

const NOON = Date.parse('2026-01-01T12:00:00Z');
const at = (ms: number) => new Date(NOON + ms).toUTCString();

beforeEach(forgetClocks);

it('measures how far a clock is ahead, and within what', () => {
  expect(skewBy({ date: at(0) }, NOON, NOON + 1000)).toEqual({ ahead: 0, within: 1000 });
  expect(skewBy({ date: at(90_000) }, NOON + 500, NOON + 500)).toEqual({ ahead: 90_000, within: 500 });
  expect(skewBy({ date: at(-90_000) }, NOON, NOON + 200)).toEqual({ ahead: -89_600, within: 600 });
});

it('takes no time from a cache, nor one that is none', () => {
  expect(skewBy({ date: at(-90_000), age: '90' }, NOON, NOON)).toBeNull();
  expect(skewBy({ date: 'yesterday' }, NOON, NOON)).toBeNull();
  expect(skewBy({}, NOON, NOON)).toBeNull();
});

it('says which clocks are surely off by more than five seconds', () => {
  noteClock('http://a', { date: at(4000) }, NOON, NOON);
  noteClock('http://slow', { date: at(20_000) }, NOON, NOON + 40_000);
  expect(clockNotices()).toEqual([]);
  noteClock('http://b', { date: at(120_000) }, NOON, NOON + 100);
  noteClock('http://b', { date: at(150_000) }, NOON, NOON + 30_000);
  noteClock('http://c', { date: at(-61_000) }, NOON + 500, NOON + 500);
  expect(clockNotices()).toEqual([
    expect.stringMatching(/^The clock of http:\/\/b is 120 s ahead of that of Modelwatch/),
    expect.stringMatching(/^The clock of http:\/\/c is 61 s behind that of Modelwatch/),
  ]);
  forgetClocks();
  expect(clockNotices()).toEqual([]);
});
