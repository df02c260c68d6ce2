const REMEMBERED = 500;

/** What a worker has worked on lately, so that its caches are put to use again. */
export class Affinity {
  private readonly seen = new Set<string>();

  add(keys: readonly string[]): void {
    for (const key of keys) {
      this.seen.delete(key);
      this.seen.add(key);
    }
    for (const oldest of this.seen) {
      if (this.seen.size <= REMEMBERED) {
        break;
      }
      this.seen.delete(oldest);
    }
  }

  /** How well these keys are known: the first counts more than all that follow. */
  score(keys: readonly string[]): number {
    return keys.reduce((score, key, index) => (this.seen.has(key) ? score + 2 ** (keys.length - index) : score), 0);
  }
}
