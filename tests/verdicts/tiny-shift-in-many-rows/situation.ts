import { drawer } from '../support/Draw';
import { wordOfNumbers } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'SeldonIO/alibi-detect#646',
  reason: 'A shift of a twenty-fifth of a deviation is sure in 40,000 rows and matters to nobody.',
  right: 'no_drift',
  judge(seed) {
    const { times, normal } = drawer(seed, 'tiny shift');
    return wordOfNumbers(
      times(40_000, () => normal()),
      times(40_000, () => normal(0.04))
    );
  },
} satisfies Situation;
