import fs from 'node:fs';
import path from 'node:path';
import { interpolateQuery } from '../../src/datasource/interpolateQuery';
import { isAsked } from '../../src/datasource/isAsked';
import { withKeysOfStore } from '../../src/datasource/keysOfStore';
import type { ModelwatchQuery } from '../../src/datasource/ModelwatchQuery';
import { evaluate } from '../../src/evaluate/evaluate';
import { parseQuery } from '../../src/query/parseQuery';
import { withoutHostKeys } from '../../src/query/withoutHostKeys';
import { variablesOf } from '../fixtures/dashboards/variablesOf';
import { connectionsTo } from './support/drift';
import { FEBRUARY, JULY } from './support/periods';
import { testServers } from './support/servers';

const FOLDER = path.resolve(__dirname, '../../src/app/dashboards');
const DAY = 86_400_000;
const BASELINE = {
  baseline_from: [new Date(FEBRUARY.from).toISOString()],
  baseline_to: [new Date(FEBRUARY.to).toISOString()],
};
/** What the variables list first over the demo's metrics, without any log. */
const METRICS = {
  ...BASELINE,
  ...{ connection: ['metrics'], baseline_connection: ['metrics'], baseline_source: [''], source: ['model="delay"'] },
  ...{ calls: ['flight_predictions_total'], version: ['version'], prediction: ['class'] },
  ...{ features: ['flight_distance_miles', 'flight_probability_late'], time_field: [''], label: [''], arrival: [''] },
  ...{ score: [''], confidence: [''] },
};
const ROWS = { ...BASELINE, connection: ['files'], baseline_connection: ['files'] };

interface Panel {
  readonly id: number;
  readonly title?: string;
  readonly targets?: readonly ModelwatchQuery[];
}
interface Dashboard {
  readonly timezone?: string;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: ReadonlyArray<{ name: string; current?: { value?: unknown } }> };
}

/** The queries of a dashboard that are sent to a store of a type, each with its panel's id. */
function askedOf(name: string, type: 'prometheus' | 'file', given: Record<string, string[]>) {
  const dashboard = JSON.parse(fs.readFileSync(path.join(FOLDER, `${name}.json`), 'utf8')) as Dashboard;
  const replace = variablesOf(dashboard, given);
  return dashboard.panels.flatMap(({ id, targets = [] }) =>
    targets.flatMap((target) => {
      const stored = withKeysOfStore(target, () => type);
      const filled = interpolateQuery(stored, replace);
      const query = isAsked(stored, filled, type === 'prometheus') ? parseQuery(withoutHostKeys(filled)) : null;
      return query === null ? [] : [{ id, query }];
    })
  );
}
type Asked = ReturnType<typeof askedOf>[number];

/** The days are those of the dashboard's clock: the last whole ones of July. */
const RANGE = { from: JULY.to - 8 * DAY, to: JULY.to };

describe.each(testServers())('dashboards over $name alone', ({ url, major }) => {
  const answer = ({ query }: Asked, range = RANGE) =>
    evaluate(query, { range, now: JULY.to, connections: connectionsTo(url) });

  it.each(['model-overview', 'prediction-checks'])(
    '%s: no panel fails, and volume and features are there',
    async (name) => {
      const asked = askedOf(name, 'prometheus', METRICS);
      expect(new Set(asked.map(({ query }) => query.kind))).toEqual(
        new Set(['volume', 'quality', ...(name === 'model-overview' ? ['versions', 'drift'] : [])])
      );
      for (const one of asked) {
        await expect(answer(one)).resolves.toMatchObject({ kind: one.query.kind });
      }
    }
  );

  it.each([
    { name: 'model-overview', what: 'predictions', panel: 5, slack: 0.02 },
    { name: 'prediction-checks', what: 'classes', panel: 9, slack: 0.04 },
  ])('$name counts $what as the rows are counted, each with a verdict', async ({ name, panel, slack }) => {
    const [metrics, rows] = await Promise.all(
      (['prometheus', 'file'] as const).map(async (type) => {
        const asked = askedOf(name, type, type === 'file' ? ROWS : METRICS).find(({ id }) => id === panel);
        const result = asked && (await answer(asked));
        return result?.kind === 'volume' ? result.verdicts : [];
      })
    );
    const day = ({ measure, window }: (typeof rows)[number]) => `${measure} ${window.from}`;
    expect(metrics.map(day)).toEqual(rows.map(day));
    expect(rows.length).toBeGreaterThan(5);
    // Of Prometheus 3 a day's first scrape is extrapolated.
    const [counted, raw] = [metrics, rows].map((all) => all.reduce((sum, { value }) => sum + (value ?? 0), 0));
    expect(Math.abs(counted - raw) / raw).toBeLessThan(major === 2 ? slack : 2 * slack);
    expect(metrics.map(({ severity }) => severity)).toEqual(rows.map(({ severity }) => severity));
  });

  it('Active version: the takeover is that of the rows', async () => {
    const changes = await Promise.all(
      (['prometheus', 'file'] as const).map(async (type) => {
        const asked = askedOf('model-overview', type, type === 'file' ? ROWS : METRICS);
        const versions = asked.find(({ query }) => query.kind === 'versions') as Asked;
        const result = await answer(versions, { from: FEBRUARY.from, to: JULY.to });
        const traces = result.kind === 'versions' ? result.traces : [];
        return traces.flatMap((trace) =>
          trace.changes.map(({ kind, version }) => `${kind} ${version}`).filter((one) => / 2$/.test(one))
        );
      })
    );
    expect(changes[1]).toContain('took_over 2');
    expect(changes[0]).toEqual(changes[1]);
  });
});
