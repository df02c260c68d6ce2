/** A year of whole weeks: it keeps the season, the weekday and the hour, as the connection `live` does. */
const PERIOD = 52 * 7 * 86_400_000;

/**
 * Recorded flights as if they went on now: moved by whole periods so that the record reaches `to`, those from `from` on. Of
 * the day that two rounds of the record share, only the later round's are taken.
 *
 * @param {Array<{ time: Date, label_time: Date | null }>} recorded in order of time
 * @param {number} from milliseconds since the epoch
 * @param {number} to
 */
export function replayedFlights(recorded, from, to) {
  const [first, last] = [+recorded[0].time, +recorded[recorded.length - 1].time];
  const shift = Math.ceil((to - last) / PERIOD) * PERIOD;
  const moved = (by, end) =>
    recorded
      .filter(({ time }) => +time + by >= from && +time + by < end)
      .map((flight) => ({
        ...flight,
        time: new Date(+flight.time + by),
        label_time: flight.label_time && new Date(+flight.label_time + by),
      }));
  return [...moved(shift - PERIOD, Math.min(first + shift, to)), ...moved(shift, to)];
}
