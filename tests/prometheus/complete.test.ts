import { complete, completionSchema } from '../../src/sources/prometheus/complete/complete';
import { testServers } from './support/servers';
import { sourceAt } from './support/sourceAt';

describe.each(testServers())('$name', ({ url }) => {
  const { client } = sourceAt(url);
  const values = async (asked: Record<string, unknown>) =>
    (await complete(client, completionSchema.parse(asked), {})).map(({ value }) => value);

  it('completes metrics by any part of their name, histograms once', async () => {
    expect(await values({ what: 'metric', text: 'FLIGHT_D' })).toEqual(['flight_distance_miles']);
    expect(await values({ what: 'metric', text: 'flight', matchers: 'class="late"' })).toEqual([
      'flight_predictions_total',
    ]);
    const [first] = await complete(client, { what: 'metric', text: 'flight_prob' }, {});
    expect(first).toEqual({ value: 'flight_probability_late', description: 'classic histogram' });
  });

  it("completes a metric's labels, and a label's values", async () => {
    expect(await values({ what: 'label', metric: 'flight_predictions_total', matchers: 'model="delay"' })).toEqual([
      'class',
      'model',
      'version',
    ]);
    expect(await values({ what: 'label', metric: 'flight_distance_miles', text: 'ver' })).toEqual(['version']);
    expect(await values({ what: 'value', label: 'class', matchers: 'model="delay"' })).toEqual(['late', 'on_time']);
    expect(await values({ what: 'value', label: 'version', metric: 'flight_distance_miles', text: '1' })).toEqual([
      '1-backtest',
    ]);
  });

  it('has nothing for what is not there', async () => {
    expect(await values({ what: 'metric', text: 'no such (metric' })).toEqual([]);
    expect(await values({ what: 'value', label: 'nowhere' })).toEqual([]);
  });
});
