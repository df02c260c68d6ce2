import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'whylabs/whylogs#492',
  reason: 'One in six is bad on both sides: half as many rows are no change of shares.',
  right: 'no_drift',
  judge(seed) {
    const side = (bad: number) => Array.from({ length: 6 * bad }, (_, i) => ((i + seed) % 6 === 0 ? 'bad' : 'good'));
    return wordOf(side(100), side(50));
  },
} satisfies Situation;
