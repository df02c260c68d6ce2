import { measureSchema } from '../../../src/query/measure';
import { volumeDecisionSchema } from '../../../src/query/volumeQuery';
import { judgeVolume } from '../../../src/verdict/volume/judgeVolume';
import { drawer } from '../support/Draw';
import type { Situation } from '../support/Situation';

const MEASURE = measureSchema.parse({ name: 'rate', aggregate: 'avg', field: 'error', direction: 'above' });

export default {
  source: 'getsentry/sentry#37248, #54486, #53577; grafana/mimir#10831',
  reason:
    'One error more among 30 calls is chance: of 200 quiet hours at most 1% alarm, and half of all calls failing does.',
  right: 'quiet; alarm',
  judge(seed) {
    const { times, chance } = drawer(seed, 'errors');
    const share = (rate: number) => times(30, () => Number(chance(rate))).reduce((a, b) => a + b, 0) / 30;
    const verdict = (rate: number) => {
      const past = times(4, () => share(0.04));
      const asked = { segment: {}, value: share(rate), past, calls: 30, pastCalls: [30, 30, 30, 30] };
      return judgeVolume(MEASURE, asked, volumeDecisionSchema.parse({})).verdict;
    };
    const alarms = times(200, () => verdict(0.04)).filter((word) => word === 'alarm').length;
    return `${alarms <= 2 ? 'quiet' : `${alarms} alarms`}; ${verdict(0.6)}`;
  },
} satisfies Situation;
