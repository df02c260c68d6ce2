/** A series as OpenMetrics text: samples at equal distances, where there is one. Times in milliseconds. */
export interface WrittenSeries {
  readonly metric: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly from: number;
  readonly to: number;
  readonly every: number;
  /** The sample at a time; none where it is null. */
  at(time: number): number | null;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The 2024-02-10 that most situations are about, and the time from which they have data. */
export const TENTH = Date.parse('2024-02-10T00:00:00Z');
export const START = Date.parse('2024-02-07T00:00:00Z');
export const END = Date.parse('2024-02-12T00:00:00Z');

export const day = (start: number) => ({ from: start, to: start + DAY });
export const hour = (start: number) => ({ from: start, to: start + HOUR });

/** Series of one metric family; the type stays unknown, so that names need no suffix. */
export function family(name: string, series: readonly WrittenSeries[]): string {
  return [`# TYPE ${name} unknown\n`, ...series.map(linesOf)].join('');
}

function linesOf({ metric, labels = {}, from, to, every, at }: WrittenSeries): string {
  const named = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const name = named.length === 0 ? metric : `${metric}{${named.join(',')}}`;
  const lines: string[] = [];
  for (let time = from; time < to; time += every) {
    const value = at(time);
    if (value !== null) {
      lines.push(`${name} ${Number.isNaN(value) ? 'NaN' : value} ${time / SECOND}\n`);
    }
  }
  return lines.join('');
}

/** Samples that come before a time are those of one rate a minute, later ones of another; whole numbers. */
export function growing(perMinute: number, since = START, begin = 0): (time: number) => number {
  return (time) => begin + Math.round((perMinute * (time - since)) / MINUTE);
}
