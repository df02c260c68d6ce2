/** @jest-environment node */
import fc from 'fast-check';
import { assignWindows } from './assignWindows';

const window = fc.option(
  fc
    .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 50 }))
    .map(([from, length]) => ({ from, to: from + length }))
);

test('every row is in each window that holds its time, and in no other', () => {
  fc.assert(
    fc.property(
      fc.array(window, { maxLength: 8 }),
      fc.array(fc.record({ time: fc.oneof(fc.integer({ min: -5, max: 110 }), fc.constant(NaN)), kept: fc.boolean() }), {
        maxLength: 60,
      }),
      (windows, rows) => {
        const times = Float64Array.from(rows, ({ time }) => time);
        const kept = Uint8Array.from(rows, (row) => Number(row.kept));
        const expected = windows.map((range) =>
          rows.flatMap(({ time, kept }, row) =>
            kept && (range === null || (range.from <= time && time < range.to)) ? [row] : []
          )
        );
        expect(assignWindows(windows, times, kept, rows.length).map((assigned) => Array.from(assigned))).toEqual(
          expected
        );
      }
    ),
    { seed: 1 }
  );
});
