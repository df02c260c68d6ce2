import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'Azure/azureml-assets#886',
  reason: 'A setting was 5 in every row and is 6 in every row: it has no deviation to measure a shift in.',
  right: 'drift',
  async judge(seed) {
    const { times } = drawer(seed, 'constant');
    const side = (value: number) => times(300, (i) => value + (i === 0 ? 0.5 : 0));
    return wordOf(side(5), side(6));
  },
} satisfies Situation;
