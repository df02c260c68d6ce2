import { requireProbabilities } from './requireProbabilities';

const side = (rows: number, odd: number) => ({
  rows,
  set: { cells: [], notices: [], findings: odd === 0 ? {} : { outside: { column: 's', rows: odd, example: 37.5 } } },
});

it('refuses percentages, and says what to do', () => {
  expect(() => requireProbabilities([side(300, 0), side(3, 297)])).toThrow(
    '"s" is no probability: 297 values are not between 0 and 1, such as 37.5. Divide percentages by 100'
  );
});

it('leaves a few odd scores to a warning', () => {
  expect(() => requireProbabilities([side(300, 20), side(300, 0)])).not.toThrow();
});
