import { act, renderHook } from '@testing-library/react';
import { useLasting } from './useLasting';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('what is over soon is not noticed, what lasts is', () => {
  const { result, rerender } = renderHook(useLasting, { initialProps: true });
  act(() => jest.advanceTimersByTime(200));
  expect(result.current).toBe(false);
  rerender(false);
  act(() => jest.advanceTimersByTime(1000));
  expect(result.current).toBe(false);
  rerender(true);
  expect(result.current).toBe(false);
  act(() => jest.advanceTimersByTime(400));
  expect(result.current).toBe(true);
  rerender(false);
  expect(result.current).toBe(false);
});
