import { drawer } from '../support/Draw';
import { wordOfNumbers } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'whylabs/whylogs#684, evidentlyai/evidently#50',
  reason: 'Two samples of one distribution, 200,000 and 50,000 of them, do not drift however often they are compared.',
  right: 'no_drift',
  judge(seed) {
    const { times, normal } = drawer(seed, 'wind');
    const draw = (size: number) => times(size, () => normal(0, 4) + normal(1, 2) ** 2);
    return wordOfNumbers(draw(200_000), draw(50_000));
  },
} satisfies Situation;
