/** @jest-environment node */
import { sampleFromNumbers } from '../distribution/sampleFromValues';
import type { DistributionCell } from '../sources/Source';
import { mergeWindows } from './mergeWindows';

const DAY = 86_400_000;
const windows = [0, 1, 2, 3].map((day) => ({ from: day * DAY, to: (day + 1) * DAY }));

function cell(window: number, values: number[], segment = {}, refuseIid?: string): DistributionCell {
  const distribution = sampleFromNumbers(Float64Array.from(values));
  return { window, segment, feature: 'x', distribution, ...(refuseIid && { refuseIid }) };
}

describe('mergeWindows', () => {
  it('takes the parts of each window together, segment by segment', () => {
    const cells = [
      cell(0, [1], { v: 'a' }),
      cell(1, [2], { v: 'a' }),
      cell(1, [3], { v: 'b' }, 'scrapes'),
      cell(2, [4]),
    ];
    const merged = mergeWindows({ cells, notices: ['said'] }, { windows, of: [[0, 1], [2]] });
    expect(merged).toEqual({
      cells: [cell(0, [1, 2], { v: 'a' }), cell(0, [3], { v: 'b' }, 'scrapes'), cell(1, [4])],
      notices: ['said'],
    });
  });

  it('lets a quiet window between others be empty', () => {
    const { cells } = mergeWindows({ cells: [cell(0, [1]), cell(2, [3])], notices: [] }, { windows, of: [[0, 1, 2]] });
    expect(cells).toEqual([cell(0, [1, 3])]);
  });

  it('refuses a smaller baseline where the oldest part lies before all data', () => {
    const set = { cells: [cell(1, [1]), cell(2, [2])], notices: [] };
    expect(() => mergeWindows(set, { windows, of: [[0, 1, 2]] })).toThrow(
      'reaches back to 1970-01-01T00:00:00.000Z, and there are no data before 1970-01-02T00:00:00.000Z'
    );
    expect(mergeWindows(set, { windows, of: [[0], [1, 2]] }).cells).toHaveLength(1);
  });
});
