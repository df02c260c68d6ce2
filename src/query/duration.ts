const UNIT_MS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h|d|w)$/;

/** A thousand years: what is longer leads to times that no date can be. */
const LONGEST_MS = 1000 * 365.25 * 86_400_000;

export function isDuration(text: string): boolean {
  const ms = millisecondsOf(text);
  return ms > 0 && ms <= LONGEST_MS;
}

/** Milliseconds of a duration such as `1h`, `28d` or `30m`. Throws a RangeError naming the text if it is none. */
export function parseDuration(text: string): number {
  if (!isDuration(text)) {
    throw new RangeError(
      `"${text}" is not a duration: write a number and a unit, such as 30m, 1h, 7d or 4w, up to 1000 years`
    );
  }
  return millisecondsOf(text);
}

function millisecondsOf(text: string): number {
  const match = DURATION.exec(text);
  return match === null ? NaN : Number(match[1]) * UNIT_MS[match[2]];
}

/** The shortest exact way to write a number of milliseconds: 86400000 becomes `1d`. */
export function formatDuration(ms: number): string {
  for (const unit of ['w', 'd', 'h', 'm', 's']) {
    if (ms >= UNIT_MS[unit] && ms % UNIT_MS[unit] === 0) {
      return `${ms / UNIT_MS[unit]}${unit}`;
    }
  }
  return `${ms}ms`;
}
