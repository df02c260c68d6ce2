import { drawer } from '../support/Draw';
import { findingsOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'great-expectations/great_expectations#6527',
  reason: '0.10, as a database writes a decimal, is the number 0.1 that is allowed; 0.11 is not.',
  right: 'none; x outside_set',
  async judge(seed) {
    const { times, pick } = drawer(seed, 'stakes');
    const stakes = times(400, () => pick(['0.10', '1.00', '1.01', '10.00', '0.01']));
    const expect = { allowed: ['0.1', '1', '1.01', '10', '0.01'] };
    const current = { path: 'after.csv', features: [{ name: 'x', expect }] };
    const found = await Promise.all(
      [stakes, [...stakes, '0.11']].map((x) => findingsOf({ x: stakes }, { x }, { current, baseline: undefined }))
    );
    return found.map((codes) => codes.join(' ') || 'none').join('; ');
  },
} satisfies Situation;
