import fs from 'node:fs';
import path from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { ROOT } from './project.mjs';

const DOCUMENTS_A_REQUEST = 5000;

const keyword = { type: 'keyword' };

/** Of several kinds on purpose: each is counted in its own way. */
export const FLIGHT_FIELDS = {
  time: { type: 'date' },
  flight_id: keyword,
  carrier: keyword,
  origin: keyword,
  destination: keyword,
  scheduled_hour: { type: 'byte' },
  scheduled_minutes: { type: 'short' },
  distance_miles: { type: 'integer' },
  airport_delay_minutes: { type: 'double' },
  temperature_f: { type: 'double' },
  wind_speed_mph: { type: 'float' },
  visibility_miles: { type: 'double' },
  precipitation_in: { type: 'double' },
  pressure_mbar: { type: 'double' },
  model_version: keyword,
  prediction: keyword,
  probability_late: { type: 'double' },
  confidence: { type: 'double' },
  actual: { type: 'text', fields: { keyword } },
  label_time: { type: 'date' },
  outcome: keyword,
};

/** The demo's flights, for those of which `keep` is true. */
export async function readFlights(keep = () => true) {
  const bytes = fs.readFileSync(path.join(ROOT, 'demo/flights.parquet'));
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  return (await parquetReadObjects({ file, compressors })).filter(keep);
}

/** Makes an index of flights, by `_bulk`; ready to be searched when it resolves. */
export async function indexFlights(url, index, flights, { shards = 1, properties = FLIGHT_FIELDS } = {}) {
  await put(`${url}/${index}`, {
    settings: { number_of_shards: shards, number_of_replicas: 0, refresh_interval: -1 },
    mappings: { properties },
  });
  for (let from = 0; from < flights.length; from += DOCUMENTS_A_REQUEST) {
    const lines = flights
      .slice(from, from + DOCUMENTS_A_REQUEST)
      .map((flight) => `{"index":{}}\n${JSON.stringify(flight)}\n`);
    const answer = await fetch(`${url}/${index}/_bulk?filter_path=errors,items.index.error`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson' },
      body: lines.join(''),
    });
    const body = await answer.json();
    if (!answer.ok || body.errors) {
      throw new Error(`Indexing failed: ${JSON.stringify(body).slice(0, 1000)}`);
    }
  }
  await fetch(`${url}/${index}/_refresh`, { method: 'POST' });
}

async function put(url, body) {
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(await answer.text());
  }
}
