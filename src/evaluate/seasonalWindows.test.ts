/** @jest-environment node */
import type { Baseline } from '../query/baseline';
import { seasonalWindows } from './seasonalWindows';

const at = (text: string) => Date.parse(text);
const hour = (text: string) => ({ from: at(text), to: at(text) + 3_600_000 });
const weekly: Extract<Baseline, { kind: 'seasonal' }> = { kind: 'seasonal', period: '1w', count: 2, exclude: [] };

describe('seasonalWindows', () => {
  it('keeps the hour on the clock when daylight saving begins', () => {
    // Summer time began in Berlin on 2024-03-31: 08:00 there is 06:00 UTC after it and 07:00 UTC before.
    const { parts } = seasonalWindows(weekly, [hour('2024-04-03T06:00:00Z')], 'Europe/Berlin', 0);
    expect(parts.windows).toEqual([hour('2024-03-27T07:00:00Z'), hour('2024-03-20T07:00:00Z')]);
  });

  it('reads a past window once, however many current ones it belongs to', () => {
    const current = [hour('2024-01-22T00:00:00Z'), hour('2024-01-29T00:00:00Z')];
    const { parts, windowOf, windows } = seasonalWindows(weekly, current, 'UTC', 0);
    expect(parts.windows).toHaveLength(3);
    expect(parts.of).toEqual([
      [0, 1],
      [2, 0],
    ]);
    expect(windowOf).toEqual([0, 1]);
    expect(windows[0]).toEqual({ from: at('2024-01-08T00:00:00Z'), to: at('2024-01-15T01:00:00Z') });
  });

  it('leaves out what touches an excluded stretch, and refuses to be left with nothing', () => {
    const exclude = [{ from: '2024-01-14T12:00:00Z', to: '2024-01-15T00:30:00Z' }];
    const current = [hour('2024-01-22T00:00:00Z')];
    expect(seasonalWindows({ ...weekly, exclude }, current, 'UTC', 0).parts.windows).toEqual([
      hour('2024-01-08T00:00:00Z'),
    ]);
    const all = [{ from: '2023-01-01T00:00:00Z', to: '2025-01-01T00:00:00Z' }];
    expect(() => seasonalWindows({ ...weekly, exclude: all }, current, 'UTC', 0)).toThrow('leaves no past window over');
  });

  it('refuses windows longer than the period, and everything without a time', () => {
    const day = { from: 0, to: 86_400_000 };
    expect(() => seasonalWindows({ ...weekly, period: '1h' }, [day], 'UTC', 0)).toThrow('windows no longer than that');
    expect(() => seasonalWindows(weekly, [null], 'UTC', 0)).toThrow('needs a time range');
  });
});
