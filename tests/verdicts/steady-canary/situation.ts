import { versionsDecisionSchema } from '../../../src/query/versionsQuery';
import { traceVersions } from '../../../src/verdict/versions/traceVersions';
import { drawer } from '../support/Draw';
import type { Situation } from '../support/Situation';

export default {
  source: 'a canary of 1% at 150 calls an hour, for two weeks',
  reason:
    'A quiet hour is no end: its share over all hours explains it. A canary that stops is missed within three days.',
  right: 'stays; vanished',
  judge(seed) {
    const { times, chance } = drawer(seed, 'canary');
    const changes = (stop: number) => {
      const hours = times(336, (hour) => {
        const canary = hour < stop ? times(150, () => Number(chance(0.01))).reduce((a, b) => a + b, 0) : 0;
        const byVersion = new Map([['stable', 150 - canary], ...(canary > 0 ? [['canary', canary] as const] : [])]);
        return { window: { from: hour, to: hour + 1 }, byVersion, rest: 0, unversioned: 0 };
      });
      const { changes: all } = traceVersions({}, hours, versionsDecisionSchema.parse({}));
      return all.filter(({ kind, version }) => kind === 'vanished' && version === 'canary');
    };
    const [stays, stops] = [changes(336), changes(240)];
    return `${stays.length === 0 ? 'stays' : 'vanished'}; ${stops.some(({ time }) => time > 230) ? 'vanished' : 'stays'}`;
  },
} satisfies Situation;
