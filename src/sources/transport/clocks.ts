/** How far a store's clock is from this one. */
export interface ClockSkew {
  /** The store in words, without a secret. */
  readonly place: string;
  /** Milliseconds by which the store's clock is ahead; negative where it is behind. */
  readonly ahead: number;
  /** How far off `ahead` may be. */
  readonly within: number;
}

/** The header is in whole seconds. */
const RESOLUTION_MS = 1000;
/** Less is no matter: a scrape or a refresh takes longer. */
const NOTABLE_MS = 5000;

/** Of the stores that this thread has asked since its job began. */
const measured = new Map<string, ClockSkew>();

/**
 * The difference of a store's clock by the header `Date` of an answer, between sending and receiving it in milliseconds since
 * the epoch; null where it doesn't say, or the answer came out of a cache on the way, which says its `Age`. Definition of the
 * headers: RFC 9110, section 6.6.1, and RFC 9111, section 5.1.
 */
export function skewBy(
  { date, age }: { readonly date?: string; readonly age?: string },
  sent: number,
  received: number
): Omit<ClockSkew, 'place'> | null {
  const told = date === undefined ? NaN : Date.parse(date);
  if (Number.isNaN(told) || age !== undefined) {
    return null;
  }
  const within = (RESOLUTION_MS + Math.max(0, received - sent)) / 2;
  return { ahead: told + RESOLUTION_MS / 2 - (sent + received) / 2, within };
}

/** Keeps the most exact measurement of each store. */
export function noteClock(
  place: string,
  headers: { readonly date?: string; readonly age?: string },
  sent: number,
  received: number
): void {
  const skew = skewBy(headers, sent, received);
  const known = measured.get(place);
  if (skew !== null && (known === undefined || skew.within < known.within)) {
    measured.set(place, { place, ...skew });
  }
}

/** Another job begins. */
export function forgetClocks(): void {
  measured.clear();
}

/** What is said of the clocks of the stores that were asked and are surely off by more than five seconds. */
export function clockNotices(): string[] {
  return [...measured.values()].filter(isNotable).map(({ place, ahead }) => {
    const seconds = Math.round(Math.abs(ahead) / 1000).toLocaleString('en-US');
    const [where, what] =
      ahead > 0
        ? ['ahead of', 'the newest data may be missing from a range that ends now']
        : ['behind', 'a range that ends now has no data yet at its end'];
    return `The clock of ${place} is ${seconds} s ${where} that of Modelwatch, so ${what}. Set both clocks by the same time server.`;
  });
}

function isNotable({ ahead, within }: ClockSkew): boolean {
  return Math.abs(ahead) - within > NOTABLE_MS;
}
