export const BUCKETS: Readonly<Record<string, readonly number[]>>;
export function latencyOf(flight: { readonly flight_id: string; readonly time: Date }): number;
