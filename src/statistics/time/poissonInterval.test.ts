import reference from '../../../tests/fixtures/statistics/poisson.json';
import { poissonInterval } from './poissonInterval';

test.each(reference.intervals)('%d events: from %d to %d', (count, low, high) => {
  const found = poissonInterval(count);
  expect(Math.abs(found.low - low)).toBeLessThanOrEqual(1e-9 * low);
  expect(Math.abs(found.high - high)).toBeLessThanOrEqual(1e-9 * high);
});
