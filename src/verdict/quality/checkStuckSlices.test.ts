/** @jest-environment node */
import { sampleFromNumbers } from '../../distribution/sampleFromValues';
import type { Slice } from './checkSlices';
import { checkStuckSlices } from './checkStuckSlices';

const slice = (hour: number, values: readonly number[]): Slice => ({
  from: hour,
  to: hour + 1,
  timeOfDay: hour % 24,
  rows: values.length,
  byFeature: new Map([['x', sampleFromNumbers(Float64Array.from(values))]]),
});
const alone = (value: number) => Array.from({ length: 12 }, () => value);
const noisy = (hour: number) => Array.from({ length: 12 }, (_, i) => 100 + ((hour * 17 + i * 7) % 90));
const hours = (size: number, values: (hour: number) => readonly number[]) =>
  Array.from({ length: size }, (_, hour) => slice(hour, values(hour)));
const isNight = (hour: number) => hour % 24 < 6 || hour % 24 >= 19;
const sun = hours(24 * 20, (hour) => (isNight(hour) ? alone(0) : noisy(hour)));
const found = (day: readonly Slice[], past: readonly Slice[]) => checkStuckSlices('x', day, past).checked[0];

it('nights full of zeros hide nothing of a sensor that hangs by day', () => {
  const day = hours(24, (hour) => (isNight(hour) ? alone(0) : hour >= 8 && hour < 16 ? alone(412.7) : noisy(hour)));
  expect(found(day, sun)).toMatchObject({
    notable: true,
    facts: { value: '412.7', slices: 8, count: 96, slices_baseline: 0 },
  });
});

it('a night is usual, a day of zeros is not', () => {
  expect(
    found(
      hours(24, (hour) => (isNight(hour) ? alone(0) : noisy(hour))),
      sun
    ).notable
  ).toBe(false);
  expect(
    found(
      hours(24, () => alone(0)),
      sun
    )
  ).toMatchObject({ notable: true, facts: { value: '0', slices: 24 } });
});

it('a reading that is renewed every four hours is never stuck', () => {
  const slow = hours(24 * 10, (hour) => alone(Math.floor(hour / 4)));
  expect(
    found(
      hours(24, (hour) => alone(1000 + Math.floor(hour / 4))),
      slow
    ).notable
  ).toBe(false);
  expect(
    found(
      hours(24, (hour) => alone(1000 + Math.floor(hour / 12))),
      slow
    ).notable
  ).toBe(true);
});
