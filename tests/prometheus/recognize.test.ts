import { FEBRUARY } from './support/flights';
import { testServers } from './support/servers';
import { ask, requestOf, sourceAt } from './support/sourceAt';

const HOUR = 3_600_000;
// The series begin with February: in the window in which they do, they are looked at once more.
const STEADY = { from: FEBRUARY.from + HOUR, to: FEBRUARY.to };
const hours = Array.from({ length: 168 }, (_, i) => ({
  from: STEADY.from + i * HOUR,
  to: STEADY.from + (i + 1) * HOUR,
}));

describe.each(testServers())('$name', ({ url }) => {
  it('lists histograms and the labels that tell their series apart', async () => {
    const names = await sourceAt(url).fieldNames({ matchers: 'model="delay"' }, {});
    expect(names).toEqual(
      expect.arrayContaining(['flight_distance_miles', 'flight_probability_late', 'model', 'version', 'class'])
    );
  });

  it('answers a week of hours of several metrics in a handful of requests', async () => {
    const source = sourceAt(url);
    const features = ['probability_late', 'distance_miles', 'airport_delay_minutes'].map((name) => ({
      name: `flight_${name}`,
    }));
    const { cells } = await ask(source, { features, windows: hours, segmentBy: ['version'] });
    expect(source.client.usage.requests).toBeLessThanOrEqual(3);
    expect(new Set(cells.map(({ window }) => window)).size).toBeGreaterThan(130);
    expect(cells.every(({ segment }) => segment.version === '1-backtest')).toBe(true);
  });

  it('tells what each metric is, and what it will cost', async () => {
    const asked = {
      features: [
        { name: 'p', metric: 'flight_probability_late' },
        { name: 'c', metric: 'flight_predictions_total', label: 'class' },
        { name: 'g', metric: 'flight_last_probability' },
      ],
      windows: [STEADY],
    };
    const { steps, requests } = await sourceAt(url).explain(requestOf(asked), {});
    // What the metrics are, the gauge's type, counts, what the window holds of the series, how many samples, and these.
    expect(requests).toBe(6);
    expect(steps.join('\n')).toMatch(/p: a classic histogram of 20 buckets/);
    expect(steps.join('\n')).toMatch(/c: a counter by category/);
    expect(steps.join('\n')).toMatch(/g: a gauge/);
    const source = sourceAt(url);
    await ask(source, asked);
    expect(source.client.usage.requests).toBe(requests);
  });
});
