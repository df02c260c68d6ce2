import { drawer } from '../support/Draw';
import { driftOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'evidentlyai/evidently#241',
  reason:
    'Rows in which another column is missing still count: dropped, the rows of the second half alone would be left, and look like a shift.',
  right: 'no_drift on 2000 values; drift',
  async judge(seed) {
    const { times, normal } = drawer(seed, 'holes elsewhere');
    const side = (holes: (i: number) => boolean) => ({
      x: times(2000, (i) => normal(i < 1000 ? 0 : 3)),
      other: times(2000, (i) => (holes(i) ? null : normal())),
    });
    const verdicts = await driftOf(
      side(() => false),
      side((i) => i < 1000)
    );
    const [x, other] = [verdicts.get('x'), verdicts.get('other')];
    return `${x?.verdict} on ${x?.reason.facts.n_current} values; ${other?.verdict}`;
  },
} satisfies Situation;
