import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'evidentlyai/evidently#1929',
  reason:
    'A column that holds one category on both sides did not change, whatever their sizes; a second one of 3% is new.',
  right: 'no_drift no_drift drift',
  async judge(seed) {
    const { times, below, chance } = drawer(seed, 'one category');
    const [before, after] = [400 + below(200), 60 + below(1000)].map((size) => times(size, () => 'a'));
    const mixed = times(1000, () => (chance(0.03) ? 'b' : 'a'));
    const flags = [before, after].map((side) => side.map(() => 0));
    return (await Promise.all([wordOf(before, after), wordOf(flags[0], flags[1]), wordOf(before, mixed)])).join(' ');
  },
} satisfies Situation;
