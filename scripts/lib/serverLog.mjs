import { missingInputs, WEATHER } from './serverMetrics.mjs';

export const LOG_INDEX = 'model-server-logs';
const keyword = { type: 'keyword' };
const FIELDS = {
  '@timestamp': { type: 'date' },
  level: keyword,
  message: { type: 'text' },
  service: keyword,
  model_version: keyword,
  flight_id: keyword,
};

/** What the model server logs of a flight: nothing where all went well. */
export function logOf(flight) {
  const missing = missingInputs(flight);
  if (missing.length === 0) {
    return null;
  }
  const isError = missing.length === WEATHER.length;
  const what = isError ? 'no weather at all' : `no ${missing.join(', ')}`;
  return {
    '@timestamp': flight.time,
    level: isError ? 'error' : 'warning',
    message: `${flight.flight_id}: ${what}; predicted without.`,
    service: 'flight-delay',
    model_version: flight.model_version,
    flight_id: flight.flight_id,
  };
}

/** Writes what the model server logs of these flights; makes the index where there is none. */
export async function writeLog(url, flights) {
  await fetch(`${url}/${LOG_INDEX}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ settings: { number_of_replicas: 0 }, mappings: { properties: FIELDS } }),
  });
  const entries = flights.flatMap((flight) => logOf(flight) ?? []);
  if (entries.length === 0) {
    return 0;
  }
  // The same flight gives the same document, however often it is written.
  const lines = entries.map(
    (entry) =>
      `{"index":{"_id":${JSON.stringify(`${entry.flight_id}-${+entry['@timestamp']}`)}}}\n${JSON.stringify(entry)}\n`
  );
  const answer = await fetch(`${url}/${LOG_INDEX}/_bulk?filter_path=errors,items.index.error&refresh=true`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-ndjson' },
    body: lines.join(''),
  });
  const body = await answer.json();
  if (!answer.ok || body.errors) {
    throw new Error(`Writing the log failed: ${JSON.stringify(body).slice(0, 500)}`);
  }
  return entries.length;
}
