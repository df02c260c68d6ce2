import { measureSchema } from '../../../src/query/measure';
import { volumeDecisionSchema } from '../../../src/query/volumeQuery';
import { judgeVolume } from '../../../src/verdict/volume/judgeVolume';
import { drawer } from '../support/Draw';
import type { Situation } from '../support/Situation';

const MEASURE = measureSchema.parse({ name: 'calls', aggregate: 'count' });

export default {
  source: 'netdata/netdata#12127',
  reason:
    'A job calls ten times as often at six each morning: that hour is compared with six o’clock of past weeks and passes; the morning on which the job did not run does not.',
  right: 'quiet; alarm',
  judge(seed) {
    const { times, normal } = drawer(seed, 'morning');
    const calls = (mean: number) => Math.max(0, Math.round(normal(mean, 2 * Math.sqrt(mean))));
    const verdict = (value: number, mean: number) =>
      judgeVolume(MEASURE, { segment: {}, value, past: times(4, () => calls(mean)) }, volumeDecisionSchema.parse({}))
        .severity;
    const hours = times(168, (i) => (i % 24 === 6 ? 3000 : 300));
    const alarms = hours.filter((mean) => verdict(calls(mean), mean) === 2).length;
    return `${alarms <= 1 ? 'quiet' : `${alarms} alarms`}; ${verdict(calls(300), 3000) === 2 ? 'alarm' : 'quiet'}`;
  },
} satisfies Situation;
