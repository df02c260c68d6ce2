import { measureSchema } from '../../../src/query/measure';
import { volumeDecisionSchema } from '../../../src/query/volumeQuery';
import { judgeVolume } from '../../../src/verdict/volume/judgeVolume';
import { drawer } from '../support/Draw';
import type { Situation } from '../support/Situation';

const MEASURE = measureSchema.parse({ name: 'calls', aggregate: 'count' });

export default {
  source: 'grafana/grafana#6591',
  reason:
    'Last week the service was down at this hour: a usual hour is no alarm for that, and an hour without calls still is one; at night, when nobody ever calls, none is not.',
  right: 'ok alarm ok',
  judge(seed) {
    const { times, normal } = drawer(seed, 'outage');
    const hour = (mean: number) => Math.max(0, Math.round(normal(mean, Math.sqrt(mean))));
    const verdict = (value: number, past: number[]) => {
      const { severity } = judgeVolume(MEASURE, { segment: {}, value, past }, volumeDecisionSchema.parse({}));
      return severity === 2 ? 'alarm' : 'ok';
    };
    const past = [0, ...times(3, () => hour(500))];
    return [verdict(hour(500), past), verdict(0, past), verdict(0, [0, 0, 0, 0])].join(' ');
  },
} satisfies Situation;
