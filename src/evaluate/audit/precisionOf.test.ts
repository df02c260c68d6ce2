import type { Mark } from '../../query/marks/mark';
import { type Episode, precisionOf } from './precisionOf';

const episode = (from: number, feature = 'x'): Episode => ({
  range: { from, to: from + 10 },
  drifted: [{ feature, segment: {} }],
});
const mark = (kind: Mark['mark'], from: number, more: Partial<Mark> = {}): Mark => ({
  mark: kind,
  from,
  to: from,
  ...more,
});

test('an episode is what people said of it: a true alarm, a false one, both, or nothing', () => {
  const episodes = [0, 20, 40, 60, 80].map((from) => episode(from));
  const marks = [
    mark('true-alarm', 5),
    mark('incident', 20),
    mark('false-alarm', 45),
    ...[mark('true-alarm', 60), mark('false-alarm', 61)],
    mark('accept', 80),
  ];
  const found = precisionOf(episodes, marks);
  expect(found).toMatchObject({ trueAlarms: 2, falseAlarms: 1, unmarked: 2 });
  expect(found.precision).toBeCloseTo(2 / 3, 9);
  // Wilson's formula, evaluated in Python.
  expect(found.low).toBeCloseTo(0.2076596, 6);
  expect(found.high).toBeCloseTo(0.9385081, 6);
});

test('a mark of another feature, or another time, says nothing', () => {
  const marks = [mark('false-alarm', 5, { feature: 'y' }), mark('true-alarm', 10)];
  expect(precisionOf([episode(0)], marks)).toMatchObject({ unmarked: 1, precision: null, low: null });
  expect(precisionOf([episode(0, 'y')], marks)).toMatchObject({ falseAlarms: 1, precision: 0 });
});
