interface WithCollector {
  readonly Bun?: { gc(force: boolean): void };
}

/**
 * Gives back at once what nothing holds any more, where the runtime lets us: after large columns were read a collector
 * that has no need yet leaves as much again lying about.
 */
export function collectGarbage(): void {
  (globalThis as WithCollector).Bun?.gc(true);
}
