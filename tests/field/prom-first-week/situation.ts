import { drift, saidIn, severitiesOf } from '../support/askPrometheus';
import { family, HOUR, hour, growing, MINUTE, SECOND, TENTH, DAY } from '../support/openMetrics';
import type { PrometheusSituation } from '../support/Situation';

const LIVE = TENTH - 2 * DAY;
const feature = { name: 'class', metric: 'young_total', label: 'class' };
const counter = (name: string) => ({
  metric: 'young_total',
  labels: { class: name },
  from: LIVE + 30 * SECOND,
  to: LIVE + 4 * DAY,
  every: MINUTE,
  at: growing(30, LIVE),
});

const isYoung = (baseline: Record<string, unknown>, format = 'table') => ({
  asks: `hourly drift against ${JSON.stringify(baseline)} as ${format}`,
  query: drift(feature, { window: '1h', baseline, format }),
  range: hour(TENTH + 11 * HOUR),
  right: (result: Parameters<typeof severitiesOf>[0]) => {
    expect(severitiesOf(result)).toEqual([null]);
    expect(saidIn(result)).toMatch(/no baseline yet: the series begin about 2024-02-08/);
  },
});

export default {
  source: 'grafana/grafana#13636',
  history: () => family('young_total', ['a', 'b'].map(counter)),
  questions: [
    isYoung({ kind: 'previous', offset: '1w' }),
    isYoung({ kind: 'previous', offset: '1w' }, 'alert'),
    isYoung({ kind: 'seasonal', period: '1w', count: 4 }),
  ],
} satisfies PrometheusSituation;
