// The demo's flights as a monitored service would show them to Prometheus: what it observes of each prediction.

const MINUTE = 60_000;

/** Upper bounds of the buckets by histogram. A missing input is not observed. */
export const BUCKETS = {
  probability_late: Array.from({ length: 19 }, (_, i) => (i + 1) / 20),
  distance_miles: [100, 200, 300, 400, 500, 750, 1000, 1250, 1500, 2000, 2500, 3000, 5000],
  airport_delay_minutes: [-10, -5, 0, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 240],
  scheduled_hour: Array.from({ length: 20 }, (_, i) => i + 4),
  scheduled_minutes: [60, 90, 120, 150, 180, 210, 240, 300, 360, 420, 540, 720],
  temperature_f: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110],
  wind_speed_mph: [0, 3, 6, 9, 12, 15, 18, 21, 25, 30, 40, 60],
  visibility_miles: [0.25, 0.5, 1, 2, 4, 6, 8, 9, 10],
  precipitation_in: [0, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 2],
  pressure_mbar: [985, 990, 995, 1000, 1005, 1010, 1015, 1020, 1025, 1030, 1035, 1045],
  latency_seconds: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
};

/** Counters: what they count by a label of its own, beside model, version and origin. */
export const CATEGORIES = {
  predictions: { label: 'class', column: 'prediction' },
  carriers: { label: 'carrier', column: 'carrier' },
  destinations: { label: 'destination', column: 'destination' },
  outcomes: { label: 'outcome', column: 'outcome' },
  labels: { label: 'actual', column: 'actual' },
};

/** Labels that every metric may have beside `model`, by the column that holds them. */
const COMMON = { version: 'model_version', origin: 'origin' };

/**
 * How long a prediction took: the flights hold no such thing, so it is made up from the flight's own number. A tenth of
 * the calls wait for the weather service, whose answers took four times as long from July on.
 */
export function latencyOf(flight) {
  return 0.004 * Math.exp(2 * uniformOf(hashOf(flight))) + preprocessingOf(flight);
}

/** The part of it in which the inputs are made: the wait for the weather. */
export function preprocessingOf(flight) {
  const hash = hashOf(flight);
  const waits = hash % 10 === 0 ? (+flight.time >= Date.UTC(2013, 6) ? 0.4 : 0.1) : 0;
  return waits * (0.5 + uniformOf(hash));
}

function hashOf({ flight_id: id }) {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i++) {
    hash = Math.imul(hash ^ id.charCodeAt(i), 16777619) >>> 0;
  }
  return hash;
}

function uniformOf(hash) {
  return hash / 2 ** 32;
}

/** Histograms that are made up: the flights have no such column. */
const MADE_UP = { latency_seconds: latencyOf, preprocessing_seconds: preprocessingOf };

/**
 * The metrics of flights. Every series that they will have begins at 0, as clients make theirs at the start: what a new
 * series counts before its second scrape is lost. Labels that are known late, such as the actual delay, are counted at the
 * flight's own time.
 *
 * @param {object[]} flights
 * @param {{ histograms?: string[], counters?: string[], labels?: string[] }} [which]
 * @returns {Array<{ name: string, type: 'histogram' | 'counter', initial: string[], observe(flight: object, add: (series: string, amount: number) => void): void }>}
 */
export function flightMetrics(
  flights,
  { histograms = Object.keys(BUCKETS), counters = Object.keys(CATEGORIES), labels = Object.keys(COMMON) } = {}
) {
  const common = (flight) => ['model="delay"', ...labels.map((label) => `${label}="${flight[COMMON[label]]}"`)].join();
  return [
    ...histograms.map((input) => histogram(input, flights, common)),
    ...counters.map((name) => counter(name, flights, common)),
  ];
}

function histogram(input, flights, common) {
  const name = `flight_${input}`;
  const bounds = [...(BUCKETS[input] ?? BUCKETS.latency_seconds), Infinity];
  const valueOf = MADE_UP[input] ?? ((flight) => flight[input]);
  const parts = new Map();
  const partsOf = (flight) => {
    const own = common(flight);
    const known = parts.get(own) ?? {
      buckets: bounds.map((le) => `${name}_bucket{${own},le="${le === Infinity ? '+Inf' : le}"}`),
      count: `${name}_count{${own}}`,
      sum: `${name}_sum{${own}}`,
    };
    parts.set(own, known);
    return known;
  };
  flights.forEach(partsOf);
  return {
    name,
    type: 'histogram',
    initial: [...parts.values()].flatMap(({ buckets, count, sum }) => [...buckets, count, sum]),
    observe(flight, add) {
      const value = valueOf(flight);
      if (typeof value === 'number') {
        const { buckets, count, sum } = partsOf(flight);
        bounds.forEach((le, i) => value <= le && add(buckets[i], 1));
        add(count, 1);
        add(sum, value);
      }
    },
  };
}

function counter(what, flights, common) {
  const name = `flight_${what}`;
  const { label, column } = CATEGORIES[what];
  const seriesOf = (flight) => `${name}_total{${common(flight)},${label}="${flight[column] ?? ''}"}`;
  return {
    name,
    type: 'counter',
    initial: [...new Set(flights.map(seriesOf))],
    observe: (flight, add) => add(seriesOf(flight), 1),
  };
}

/** Running totals of metrics: what a scrape shows. */
export class Totals {
  /** @type {Map<string, number>} */
  values = new Map();

  constructor(metrics) {
    this.metrics = metrics;
    metrics.forEach(({ initial }) => initial.forEach((series) => this.values.set(series, 0)));
  }

  add = (series, amount) => this.values.set(series, (this.values.get(series) ?? 0) + amount);

  observe(flight) {
    this.metrics.forEach((metric) => metric.observe(flight, this.add));
  }
}

/**
 * The history of one metric: its values by series at each scrape. A scrape at time t counts the flights before t.
 *
 * @param {ReturnType<typeof flightMetrics>[number]} metric
 * @param {object[]} flights in order of time
 * @param {{ from: number, to: number, every?: number }} scrapes first and last, in milliseconds
 * @returns {Map<string, Array<[time: number, value: number]>>}
 */
export function historyOf(metric, flights, { from, to, every = 5 * MINUTE }) {
  const totals = new Totals([metric]);
  const history = new Map(metric.initial.map((series) => [series, []]));
  let next = 0;
  for (let at = from; at <= to; at += every) {
    for (; next < flights.length && +flights[next].time < at; next++) {
      totals.observe(flights[next]);
    }
    history.forEach((samples, series) => samples.push([at, totals.values.get(series)]));
  }
  return history;
}

/**
 * A metric's history as OpenMetrics text, for `promtool tsdb create-blocks-from openmetrics`; `# EOF` has to follow the last.
 *
 * @param {{ name: string, type: string }} metric
 * @param {Map<string, Array<[time: number, value: number]>>} history
 */
export function openMetrics({ name, type }, history) {
  const series = [...history].map(([key, samples]) =>
    samples.map(([time, value]) => `${key} ${value} ${time / 1000}\n`).join('')
  );
  return `# TYPE ${name} ${type}\n${series.join('')}`;
}
