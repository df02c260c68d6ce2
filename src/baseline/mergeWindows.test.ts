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

  it('takes the periods that have data where the oldest lie before all data, and says so', () => {
    const set = { cells: [cell(1, [1]), cell(2, [2])], notices: [] };
    const merged = mergeWindows(set, { windows, of: [[0, 1, 2]] });
    expect(merged.cells).toEqual([cell(0, [1, 2])]);
    expect(merged.notices).toEqual([
      'x: no period before 1970-01-02T00:00:00.000Z has data, so that the baseline has as few as 2 of the 3 periods that were asked for.',
    ]);
    const empty = mergeWindows(set, { windows, of: [[0], [1, 2]] });
    expect(empty.cells).toHaveLength(1);
    expect(empty.notices).toEqual([]);
  });

  it('leaves out a part that is not what it seems, unless there is no other', () => {
    const unsure = { ...cell(1, [9]), undecided: 'Counters fell.' };
    const merged = mergeWindows({ cells: [cell(0, [1]), unsure], notices: [] }, { windows, of: [[0, 1]] });
    expect(merged.cells).toEqual([cell(0, [1])]);
    expect(merged.notices).toEqual(['x: 1 period of the baseline is left out. Counters fell.']);
    const alone = mergeWindows({ cells: [unsure], notices: [] }, { windows, of: [[0, 1]] });
    expect(alone.cells[0]).toMatchObject({ window: 0, undecided: 'Counters fell.' });
  });
});
