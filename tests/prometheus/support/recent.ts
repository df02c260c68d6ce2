import type { FloatSample } from './remoteWrite';

export const MINUTE = 60_000;
export const SCRAPE = 15_000;
/** Data older than an hour are not taken: everything lies in the last forty minutes, on whole minutes. */
export const END = Math.floor(Date.now() / MINUTE) * MINUTE - MINUTE;
export const START = END - 40 * MINUTE;
export const WINDOW = { from: END - 20 * MINUTE, to: END };
export const BEFORE = { from: END - 40 * MINUTE, to: END - 20 * MINUTE };
export const times = Array.from({ length: (END - START) / SCRAPE + 1 }, (_, i) => START + i * SCRAPE);

/** A counter that grows by `each` a scrape from a time on, begun anew at `reset`. */
export function counter(each: number, { from = START, to = END, reset = Infinity } = {}): FloatSample[] {
  return times
    .filter((time) => time >= from && time <= to)
    .map((time) => ({ time, value: (each * (time - (time >= reset ? reset : from))) / SCRAPE }));
}

export function buckets(
  metric: string,
  layout: Readonly<Record<string, number>>,
  more: Parameters<typeof counter>[1] & { labels?: Record<string, string> } = {}
) {
  const { labels = {}, ...span } = more;
  return Object.entries(layout).map(([le, each]) => ({
    labels: { __name__: `${metric}_bucket`, le, ...labels },
    samples: counter(each, span),
  }));
}
