import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'deepchecks/deepchecks#1276',
  reason:
    'Sold volumes grew by some times their mean. Their own outliers stretch the range until a distance over it looks small.',
  right: 'drift',
  async judge(seed) {
    const { times, lognormal, normal } = drawer(seed, 'volumes');
    const volume = () => lognormal(10, 2);
    const mean = Math.exp(12);
    return wordOf(
      times(2000, volume),
      times(1000, () => volume() + Math.abs(normal(3, 3)) * mean)
    );
  },
} satisfies Situation;
