const DAY = 86_400_000;
/** When the demo's flights end. */
const END = Date.UTC(2014, 0, 1);

/** A period by which the demo's flights are replayed so that now is this time of 2013. */
export function replayPeriod(time: number, now = Date.now()): string {
  const wanted = END - time;
  const away = (days: number) => {
    const period = days * DAY;
    const shift = Math.ceil((now - END) / period) * period;
    return Math.abs(END + shift - now - wanted);
  };
  const periods = Array.from({ length: 365 }, (_, index) => 300 + index);
  const [best] = periods.sort((one, other) => away(one) - away(other));
  return `${best}d`;
}
