/** @jest-environment node */
import { bandOf } from './band';

const days = (size: number, value: (i: number) => number) => Array.from({ length: size }, (_, i) => value(i));

it('one bad day in 28 does not make every other acceptable, and is told', () => {
  const band = bandOf(days(28, (i) => (i === 13 ? 0.6 : 0.01 + 0.0005 * (i % 5))));
  expect(band).toMatchObject({ windows: 28, aside: 1 });
  expect(band?.high).toBeLessThan(0.02);
});

it('days that are always equal but for a bad one have a band too', () => {
  expect(bandOf(days(28, (i) => (i === 3 ? 0.5 : 0)))).toMatchObject({ low: 0, high: 0, aside: 1 });
});

it('Sundays are a pattern, and stay', () => {
  const sundays = bandOf(days(28, (i) => (i % 7 === 6 ? 0.3 : 0)));
  expect(sundays).toMatchObject({ windows: 28, aside: 0 });
  expect(sundays?.high).toBeCloseTo(0.45, 12);
});

it('needs five windows', () => {
  expect(bandOf([1, 2, 3, 4, null])).toBeNull();
  expect(bandOf([1, 2, 3, 4, 9])).toMatchObject({ low: -3, high: 13, aside: 0 });
});
