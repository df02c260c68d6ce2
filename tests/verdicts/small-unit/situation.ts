import { drawer } from '../support/Draw';
import { driftOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'Azure/azureml-assets#886, o3de/o3de#11706',
  reason:
    'Probabilities near 0.0001 moved by 1.3 standard deviations. The unit is no information: times 1,000 and times a million the answer is the same, word for word but the unit.',
  right: 'drift drift drift, the same words',
  async judge(seed) {
    const { times, normal } = drawer(seed, 'small unit');
    const [before, after] = [1e-4, 1.4e-4].map((mean) => times(1500, () => Number(normal(mean, 3e-5).toPrecision(6))));
    const columns = (side: readonly number[]) => ({
      small: side,
      same: side.map((value) => Number((value * 1e3).toPrecision(6))),
      large: side.map((value) => Number((value * 1e6).toPrecision(6))),
    });
    const verdicts = [...(await driftOf(columns(before), columns(after))).values()];
    const words = new Set(verdicts.map(({ sentence }) => sentence.replace(/Median \S+ → \S+,/, '')));
    return `${verdicts.map(({ verdict }) => verdict).join(' ')}, ${words.size === 1 ? 'the same words' : [...words].join('; ')}`;
  },
} satisfies Situation;
