import path from 'node:path';
import { BUCKETS as ALL } from '../../../scripts/lib/flightMetrics.mjs';

export { FEBRUARY, JULY } from './periods';

export const DEMO = path.resolve(__dirname, '../../../demo');

const INPUTS = ['probability_late', 'distance_miles', 'airport_delay_minutes'];

/** Bounds of the histograms that every test server holds; a missing input is not observed. */
export const BUCKETS: Readonly<Record<string, readonly number[]>> = Object.fromEntries(
  INPUTS.map((input) => [input, ALL[input]])
);
