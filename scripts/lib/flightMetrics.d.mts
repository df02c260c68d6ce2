export const BUCKETS: Readonly<Record<string, readonly number[]>>;
export function latencyOf(flight: { readonly flight_id: string; readonly time: Date }): number;

export interface FlightMetric {
  readonly name: string;
  readonly type: 'histogram' | 'counter';
  readonly initial: readonly string[];
  observe(flight: object, add: (series: string, amount: number) => void): void;
}
/** Values by series at each scrape: pairs of a time in milliseconds and the value. */
export type History = Map<string, Array<[time: number, value: number]>>;
export function flightMetrics(
  flights: readonly object[],
  which?: {
    readonly histograms?: readonly string[];
    readonly counters?: readonly string[];
    readonly labels?: readonly string[];
  }
): FlightMetric[];
export function historyOf(
  metric: FlightMetric,
  flights: readonly object[],
  scrapes: { readonly from: number; readonly to: number; readonly every?: number }
): History;
export function openMetrics(
  metric: { readonly name: string; readonly type: string },
  history: ReadonlyMap<string, Array<[number, number]>>
): string;
