import { drawer } from '../support/Draw';
import { findingsOf } from '../support/judged';
import type { Situation } from '../support/Situation';

const DAY = 86_400_000;

export default {
  source: 'great-expectations/great_expectations#8996',
  reason:
    'The last day allowed counts until its end, midnight after it does not, and dates are compared as times: the year 10000 and 9 March are no texts.',
  right: 'none; when outside_range; when outside_range',
  async judge(seed) {
    const { times, uniform } = drawer(seed, 'dates');
    const from = Date.UTC(2024, 0, 1);
    const last = Date.UTC(2024, 5, 30);
    const allowed = times(500, () => new Date(from + Math.floor(uniform(0, last + DAY - from))).toISOString());
    const expect = { min: '2024-01-01', max: '2024-06-30' };
    const current = { path: 'after.csv', features: [{ name: 'when', expect }] };
    const extremes = ['2024-06-30T23:59:59.999Z', '2024-01-01T00:00:00Z'];
    const found = await Promise.all(
      [
        [...allowed, ...extremes],
        [...allowed, '2024-07-01T00:00:00Z'],
        [...allowed, '2023-12-31T23:59:59.999Z'],
      ].map((when) => findingsOf({ when: allowed }, { when }, { current, baseline: undefined }))
    );
    return found.map((codes) => codes.join(' ') || 'none').join('; ');
  },
} satisfies Situation;
