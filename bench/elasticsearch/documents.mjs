import { FLIGHT_FIELDS, readFlights } from '../../scripts/lib/indexFlights.mjs';

const WEEK = 7 * 86_400_000;
const WEEKS = 5;
/** The week that is watched, and the weeks before it. */
export const CURRENT = { from: Date.parse('2024-03-04T00:00:00Z'), to: Date.parse('2024-03-11T00:00:00Z') };
export const BASELINE = { from: CURRENT.from - (WEEKS - 1) * WEEK, to: CURRENT.from };

/** Beside the fields of the flights: what is computed of them, and what is counted in another way. */
const OWN_FIELDS = { weekday: { type: 'keyword' }, actual: { type: 'keyword' }, hours_to_label: { type: 'double' } };

/** The features, as Elasticsearch holds them, in the order in which their values are spread. */
export const FEATURES = Object.fromEntries(
  [
    ...['carrier', 'origin', 'destination', 'weekday', 'model_version', 'prediction', 'actual', 'outcome'],
    ...['scheduled_hour', 'scheduled_minutes', 'distance_miles', 'airport_delay_minutes', 'temperature_f'],
    ...['wind_speed_mph', 'visibility_miles', 'precipitation_in', 'pressure_mbar', 'probability_late', 'confidence'],
    'hours_to_label',
  ].map((name) => [name, OWN_FIELDS[name] ?? FLIGHT_FIELDS[name]])
);

/** Half of the steps in which they were measured: values spread by so much repeat no more than in a larger sample. */
const HALF_STEPS = {
  airport_delay_minutes: 0.05,
  temperature_f: 0.9,
  wind_speed_mph: 0.57,
  precipitation_in: 0.005,
  pressure_mbar: 0.05,
  probability_late: 0.0005,
  confidence: 0.0005,
  hours_to_label: 1 / 120,
};
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * So many documents in the order of their times: the demo's year of flights over five weeks, each flight as often as it
 * takes, no two the same. The same number gives the same documents.
 */
async function* documents(number) {
  const flights = await readFlights();
  const spread = spreader();
  for (let i = 0; i < number; i++) {
    const flight = flights[Math.floor((i * flights.length) / number)];
    yield {
      time: BASELINE.from + Math.floor((i * WEEKS * WEEK) / number),
      ...Object.fromEntries(Object.keys(FEATURES).map((name) => [name, spread(name, valueOf(flight, name))])),
    };
  }
}

export const FLIGHTS = { name: 'predictions', properties: { time: { type: 'date' }, ...FEATURES }, documents };

function valueOf(flight, name) {
  switch (name) {
    case 'weekday':
      return DAYS[flight.time.getUTCDay()];
    case 'hours_to_label':
      return flight.label_time === null ? null : (flight.label_time - flight.time) / 3_600_000;
    default:
      return flight[name];
  }
}

/** From a fixed linear congruential generator. Zeros stay: they say that there was no rain, no wind. */
function spreader() {
  let state = 2013;
  return (name, value) => {
    const half = HALF_STEPS[name];
    if (half === undefined || value === null || value === 0) {
      return value;
    }
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.round((value + (state / 2 ** 31 - 1) * half) * 1e5) / 1e5;
  };
}
