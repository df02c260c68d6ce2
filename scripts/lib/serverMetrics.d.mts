import type { FlightMetric } from './flightMetrics.mjs';

export const WEATHER: readonly string[];
export function missingInputs(flight: object): string[];
export function serverMetrics(flights: readonly object[]): FlightMetric[];
