import { flightMetrics } from './flightMetrics.mjs';

/** Inputs that the weather service gives; where it gave none, the model predicted without. */
export const WEATHER = ['temperature_f', 'wind_speed_mph', 'visibility_miles', 'precipitation_in', 'pressure_mbar'];

/** Names of the weather inputs that a flight was predicted without. */
export function missingInputs(flight) {
  return WEATHER.filter((input) => flight[input] === null || flight[input] === undefined);
}

/** What a model server shows of itself: calls, latencies, what went wrong, and what it predicts. */
export function serverMetrics(flights) {
  const which = {
    histograms: ['latency_seconds', 'preprocessing_seconds', 'probability_late', 'airport_delay_minutes'],
    counters: ['predictions', 'outcomes'],
    labels: ['version'],
  };
  return [...flightMetrics(flights, which), incompleteInputs(flights)];
}

function incompleteInputs(flights) {
  const name = 'flight_incomplete_inputs';
  const seriesOf = (version, input) => `${name}_total{model="delay",version="${version}",input="${input}"}`;
  const versions = [...new Set(flights.map((flight) => flight.model_version))];
  return {
    name,
    type: 'counter',
    initial: versions.flatMap((version) => WEATHER.map((input) => seriesOf(version, input))),
    observe: (flight, add) => missingInputs(flight).forEach((input) => add(seriesOf(flight.model_version, input), 1)),
  };
}
