/** @jest-environment node */
import { pictureLayout } from './pictureLayout';

const DAY = 86_400_000;
const day = (from: number, to = from + 1) => ({ from: from * DAY, to: to * DAY });

test('lays both sides out on one axis of time', () => {
  expect(pictureLayout({ baseline: [day(0, 2)], current: [day(8, 10)], description: '' })).toEqual({
    baseline: [{ left: 0, width: 0.2 }],
    current: [{ left: 0.8, width: 0.2 }],
    from: 0,
    to: 10 * DAY,
  });
});

test('windows stay visible however short they are, and within the picture', () => {
  const layout = pictureLayout({ baseline: [day(0)], current: [day(10_000)], description: '' });
  const [bar] = layout?.current ?? [];
  expect(bar.width).toBeGreaterThan(0.003);
  expect(bar.left + bar.width).toBeLessThanOrEqual(1);
});

test('there is no picture of what has no time', () => {
  expect(pictureLayout({ baseline: [null], current: [day(0)], description: '' })).toBeNull();
  expect(pictureLayout({ baseline: [], current: [], description: '' })).toBeNull();
});
