import { judgeVolume } from '../../../src/verdict/volume/judgeVolume';
import { measureSchema } from '../../../src/query/measure';
import { volumeDecisionSchema } from '../../../src/query/volumeQuery';
import { quantileOfSorted } from '../../../src/distribution/quantile';
import { drawer } from '../support/Draw';
import type { Situation } from '../support/Situation';

const HOURS = 50;

export default {
  source: 'getsentry/sentry#54486, #53577; grafana/mimir#10831',
  reason:
    'The 95th percentile of thirty calls varies by itself: fifty quiet hours alarm once at most. Five times as long, of 300 calls, is found.',
  right: 'quiet, found',
  judge(seed) {
    const { times, lognormal } = drawer(seed, 'p95');
    const p95 = (calls: number, factor: number) =>
      quantileOfSorted(Float64Array.from(times(calls, () => factor * lognormal(4.6, 0.8))).sort(), 0.95);
    const measure = measureSchema.parse({ name: 'p95', aggregate: 'p95', field: 'ms', direction: 'above' });
    const alarms = (calls: number, factor: number) =>
      times(HOURS, () => {
        const past = times(4, () => p95(calls, 1));
        const counted = { calls, pastCalls: past.map(() => calls) };
        const asked = { segment: {}, value: p95(calls, factor), past, ...counted };
        return judgeVolume(measure, asked, volumeDecisionSchema.parse({})).severity === 2;
      }).filter(Boolean).length;
    return `${alarms(30, 1) <= 1 ? 'quiet' : 'alarms'}, ${alarms(300, 5) >= 0.9 * HOURS ? 'found' : 'missed'}`;
  },
} satisfies Situation;
