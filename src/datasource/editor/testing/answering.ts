import type { Explanation, FieldDescription, Resources } from '../../resources';

const FIELDS: FieldDescription[] = [
  { name: 'time', type: 'time', evidence: 'a timestamp' },
  { name: 'logged_at', type: 'time', evidence: 'a timestamp' },
  { name: 'flight_id', type: 'numeric', evidence: 'every value differs', identifier: true },
  { name: 'distance', type: 'numeric', evidence: '214 different numbers' },
  { name: 'delay', type: 'numeric', evidence: '300 different numbers' },
  { name: 'carrier', type: 'categorical', evidence: '16 different texts' },
];

export const EXPLANATION: Explanation = {
  windows: 3,
  baseline: 'the same time 7d earlier',
  features: [
    { name: 'distance', type: 'numeric' },
    { name: 'carrier', type: 'categorical' },
  ],
  plans: {
    baseline: { requests: 2, buckets: 60, summary: 'Counts in flights', steps: ['edges'] },
    current: { requests: 3, buckets: 60, summary: 'Counts in flights', steps: ['counts between edges'] },
  },
};

const DAY = 86_400_000;

/** What the back end answers over one connection to a store of a type, for tests of the editor. */
export function answering(type: 'file' | 'prometheus' | 'elasticsearch'): Resources {
  return {
    uid: 'modelwatch',
    resolve: (text) => (text === '$store' ? 'store' : text),
    variables: () => ['$store', '$window'],
    connections: async () => ({ connections: [{ name: 'store', type }], defaultConnection: null }),
    profiles: async () => ['training-2013'],
    models: async () => [{ name: 'delay', aliases: { champion: '2' }, newest: '3' }],
    files: async () => ['flights.parquet', 'old/flights.csv'],
    describe: async () => ({ fields: FIELDS, timeBounds: null }),
    complete: async ({ what, text }) => {
      const known = {
        metric: ['latency_seconds', 'predictions_total'],
        label: ['class', 'version'],
        value: ['late', 'on_time'],
        index: ['flights-2013', 'weather'],
        field: [],
      };
      return known[what].filter((value) => value.includes(text)).map((value) => ({ value, description: '' }));
    },
    values: async () => ['AA', 'UA'],
    expectations: async () => ({
      distance: { type: 'numeric', min: 70, max: 5500, maxMissingRate: 0 },
      carrier: { type: 'categorical', allowed: ['AA', 'UA'], maxMissingRate: 0 },
    }),
    windows: async () => ({
      current: [{ from: 7 * DAY, to: 8 * DAY }],
      baseline: [{ from: 0, to: DAY }],
      description: EXPLANATION.baseline,
    }),
    explain: async () => EXPLANATION,
  };
}
