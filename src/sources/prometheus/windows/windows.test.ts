/** @jest-environment node */
import fc from 'fast-check';
import { blocksOf, windowFinder } from '../samples/blocks';
import { partOfRun } from './partOfRun';
import { probePoints } from './probePoints';
import { groupRuns, lastEnd } from './runs';

const HOUR = 3_600_000;
const hours = (from: number, count: number, step = HOUR) =>
  Array.from({ length: count }, (_, i) => ({ from: from + i * step, to: from + i * step + HOUR }));

describe('groupRuns', () => {
  it('asks for windows at equal distances at once', () => {
    expect(groupRuns(hours(0, 168))).toEqual([
      { length: HOUR, step: HOUR, firstEnd: HOUR, windows: Array.from({ length: 168 }, (_, i) => i) },
    ]);
    expect(groupRuns(hours(0, 4, 168 * HOUR))).toMatchObject([{ step: 168 * HOUR, windows: [0, 1, 2, 3] }]);
  });

  it('puts the days on which clocks change into runs of their own', () => {
    const day = (from: number, length: number) => ({ from: from * HOUR, to: (from + length) * HOUR });
    const runs = groupRuns([day(0, 24), day(24, 24), day(48, 23), day(71, 24), day(95, 24)]);
    expect(runs.map(({ windows }) => windows)).toEqual([[0, 1], [3, 4], [2]]);
  });

  it('loses no window, and each lies where its run says', () => {
    const starts = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1 });
    fc.assert(
      fc.property(starts, (all) => {
        const windows = all.map((start) => ({ from: start * HOUR, to: (start + 1) * HOUR }));
        const runs = groupRuns(windows);
        expect(runs.flatMap((run) => [...run.windows]).sort((a, b) => a - b)).toEqual(all.map((_, i) => i));
        runs.forEach((run) =>
          run.windows.forEach((window, i) => expect(windows[window].to).toBe(run.firstEnd + i * run.step))
        );
      }),
      { seed: 3 }
    );
  });
});

it('probes both ends of every window, and between them where there are few', () => {
  const [long] = groupRuns([{ from: 0, to: 240 * HOUR }]);
  expect(probePoints(long)).toMatchObject([{ start: 0, end: 240 * HOUR, step: 10 * HOUR }]);
  const [week] = groupRuns(hours(0, 168));
  expect(probePoints(week)).toMatchObject([{ start: 0, end: 168 * HOUR, step: HOUR }]);
  const [seasonal] = groupRuns(hours(0, 4, 168 * HOUR));
  expect(probePoints(seasonal)).toMatchObject([
    { start: 0, end: lastEnd(seasonal) - HOUR, step: 168 * HOUR },
    { start: HOUR, end: lastEnd(seasonal), step: 168 * HOUR },
  ]);
});

it('joins windows that touch, and finds the window of a time', () => {
  const windows = [...hours(5 * HOUR, 2), ...hours(0, 2)];
  expect(blocksOf(windows)).toMatchObject([
    { from: 0, to: 2 * HOUR },
    { from: 5 * HOUR, to: 7 * HOUR },
  ]);
  const windowAt = windowFinder(windows);
  expect([0, HOUR - 1, HOUR, 2 * HOUR, 5 * HOUR, 7 * HOUR - 1, 7 * HOUR, -1].map(windowAt)).toMatchObject([
    2,
    2,
    3,
    undefined,
    0,
    1,
    undefined,
    undefined,
  ]);
});

describe('partOfRun', () => {
  // Windows of an hour that end at 1:00, 3:00, 5:00, 7:00 and 9:00.
  const run = { length: HOUR, step: 2 * HOUR, firstEnd: HOUR, windows: [7, 6, 5, 4, 3] };
  const part = (wanted: number[], beside?: number) => partOfRun(run, (window) => wanted.includes(window), beside);

  it('reaches from the first to the last window that is wanted', () => {
    expect(part([6, 4])).toEqual({ ...run, firstEnd: 3 * HOUR, windows: [6, 5, 4] });
    expect(part([3])).toEqual({ ...run, firstEnd: 9 * HOUR, windows: [3] });
    expect(part([8])).toBeNull();
  });

  it('takes in those beside them, where there are any', () => {
    expect(part([6], 1)).toEqual({ ...run, windows: [7, 6, 5] });
    expect(part([7, 3], 2)).toEqual(run);
  });
});
