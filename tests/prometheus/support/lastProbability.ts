interface Flight {
  readonly time: Date;
  readonly probability_late: number;
}

/** The last flight's probability, as a gauge shows it at each scrape: most predictions are never seen. */
export function lastProbability(
  flights: readonly Flight[],
  { from, to, every }: { from: number; to: number; every: number }
): string {
  const lines: string[] = ['# TYPE flight_last_probability gauge\n'];
  let next = 0;
  let last = NaN;
  for (let at = from; at <= to; at += every) {
    for (; next < flights.length && +flights[next].time < at; next++) {
      last = flights[next].probability_late;
    }
    lines.push(`flight_last_probability{model="delay"} ${last} ${at / 1000}\n`);
  }
  return lines.join('');
}
