import { repeatsBeyond } from '../../../src/statistics/quality/repeats';
import { multiplicityOfSorted } from '../../../src/distribution/multiplicity';
import { drawer } from '../support/Draw';
import type { Situation } from '../support/Situation';

export default {
  source: 'Jan-IngenHousz-Institute/open-jii#2027',
  reason:
    '300 rows delivered three times are no 900 draws, and the baseline hardly repeats a value: that is said, and fresh rows pass.',
  right: 'said; nothing',
  judge(seed) {
    const { times, normal } = drawer(seed, 'replayed');
    const draw = (size: number) => times(size, () => Number(normal(10, 3).toFixed(3)));
    const sample = (values: readonly number[]) => multiplicityOfSorted(Float64Array.from(values).sort());
    const [before, once] = [sample(draw(5000)), draw(300)];
    const found = [sample([...once, ...once, ...once]), sample(draw(900))].map((now) => repeatsBeyond(before, now));
    return found.map((repeats) => (repeats === null ? 'nothing' : 'said')).join('; ');
  },
} satisfies Situation;
