import { drawer } from '../support/Draw';
import { driftOf, findingsOf } from '../support/judged';
import type { Situation } from '../support/Situation';

const ENGLISH =
  'the of and to in a is that for it was on are as with his they be at one have this from or had by hot word but what'.split(
    ' '
  );
const GERMAN =
  'der die und in den von zu das mit sich des auf ist im dem nicht ein eine als auch es an werden aus er hat dass sie'.split(
    ' '
  );

export default {
  source: 'deepchecks/deepchecks#1941',
  reason:
    'English before, German now, of the same lengths: drift compares lengths and has to say so; quality names the unknown words.',
  right: 'no_drift, says that only lengths were compared; t words_unknown',
  async judge(seed) {
    const { times, pick, below } = drawer(seed, 'language');
    const text = (words: readonly string[]) => () => {
      const length = 30 + below(31);
      let said = pick(words);
      while (said.length < length) {
        said += ` ${pick(words)}`;
      }
      return said;
    };
    const [before, after] = [{ t: times(1500, text(ENGLISH)) }, { t: times(1000, text(GERMAN)) }];
    const verdict = (await driftOf(before, after)).get('t');
    const says = verdict?.sentence.includes('Only text lengths were compared') ? 'says' : 'does not say';
    const found = await findingsOf(before, after);
    return `${verdict?.verdict}, ${says} that only lengths were compared; ${found.join()}`;
  },
} satisfies Situation;
