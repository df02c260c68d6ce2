import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

/** What leaves a number the same but for its last digits: a sum, a float of 32 bits, fewer decimals, noise of a computation. */
const NOISES: ReadonlyArray<(value: number, noise: () => number) => number> = [
  (value) => value / 3 + value / 3 + value / 3,
  (value) => Math.fround(value),
  (value) => Math.fround(value / 7) * 7,
  (value) => Number(value.toPrecision(3)),
  (value, noise) => value + 1e-9 * noise(),
  (value, noise) => value + 1e-4 * noise(),
];

export default {
  source: 'NannyML/nannyml#397',
  reason: 'The same twelve levels, as numbers that differ in their last digits: nothing moved that anybody could see.',
  right: 'no_drift',
  async judge(seed) {
    const { times, below, normal } = drawer(seed, 'rounding of levels');
    const levels = times(12, (i) => (i + 1) / 12);
    const [before, after] = [1, 2].map(() => times(2000, () => levels[below(12)]));
    const words = NOISES.map((noise) =>
      wordOf(
        before,
        after.map((value) => noise(value, normal))
      )
    );
    return [...new Set(await Promise.all(words))].join(' ');
  },
} satisfies Situation;
