import { namedMetrics, namedSegments, withoutRareClasses } from './hideSmall';

const cell = (country: string, rows: number) => ({
  ...{ window: 0, block: 0, segment: { country }, outcomes: { rows, labelled: rows } },
});
const side = (...cells: Array<ReturnType<typeof cell>>) => ({ set: { cells, findings: {}, notices: [] } });
const outcomes = {
  rows: 104,
  labelled: 104,
  confusion: {
    classes: ['a', 'b', 'rare'],
    counts: [Float64Array.of(50, 2, 0), Float64Array.of(1, 48, 1), Float64Array.of(0, 1, 1)],
  },
};

it('names segments that enough rows have on both sides together', () => {
  const segments = [{ country: 'NO' }, { country: 'VA' }];
  const sides = [side(cell('NO', 6), cell('VA', 3)), side(cell('NO', 5), cell('VA', 4))];
  expect(namedSegments(segments, sides, 10)).toEqual({ segments: [{ country: 'NO' }], hidden: 1 });
  expect(namedSegments(segments, sides, 0).hidden).toBe(0);
});

it('measures no class that too few rows have, and shows no matrix that names one', () => {
  const metrics = ['a', 'rare'].map((ofClass) => ({ metric: 'recall' as const, ofClass, gates: false }));
  expect(namedMetrics(metrics, [outcomes], 5).map(({ ofClass }) => ofClass)).toEqual(['a']);
  const details = { segment: {}, window: null, confusion: { classes: ['a', 'b', 'rare'], counts: [] } };
  expect(withoutRareClasses(details, [outcomes], 5)).toEqual({ segment: {}, window: null });
  expect(withoutRareClasses(details, [outcomes], 3)).toBe(details);
});
