/** @jest-environment node */
import { isTimeText } from './isTimeText';

test.each([
  ['2024-02-04', true],
  ['2024-02-04 10:30:00.5+02', true],
  ['2024-02-04t10:30:00z', true],
  ['20240204T103000Z', true],
  ['20240204T1030', true],
  ['20240204', false],
  ['2024-02', false],
  ['10:30', false],
  ['2024-02-04 and more', false],
])('%s: %s', (text, isTime) => {
  expect(isTimeText(text)).toBe(isTime);
});
