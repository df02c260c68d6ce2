import type { DistributionRequest } from '../../Source';

const HOUR = 3_600_000;
const FROM = Date.parse('2013-02-08T00:00:00Z');

/** The request whose answers by a real Prometheus are recorded beside this: tests/prometheus/recorded.test.ts. */
export const RECORDED_REQUEST: DistributionRequest = {
  selection: { matchers: 'model="delay"' },
  features: [
    { name: 'distance', type: 'numeric', metric: 'flight_distance_miles' },
    { name: 'delay', type: 'numeric', metric: 'flight_airport_delay_minutes' },
    { name: 'class', type: 'categorical', metric: 'flight_predictions_total', label: 'class' },
    { name: 'last', type: 'numeric', metric: 'flight_last_probability' },
  ],
  windows: [0, 1, 2, 3].map((i) => ({ from: FROM + 6 * i * HOUR, to: FROM + 6 * (i + 1) * HOUR })),
  segmentBy: ['version'],
};
