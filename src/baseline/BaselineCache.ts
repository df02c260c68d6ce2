import { LRUCache } from 'lru-cache';
import type { Distribution } from '../distribution/Distribution';
import type { DistributionSet } from '../sources/Source';

const MEGABYTE = 2 ** 20;
const HOUR = 3_600_000;

/**
 * Distributions of baselines that no longer change, so that a rule which runs each minute pays only for its current
 * window. Bounded in bytes and in age. The key must name whose data they are: nothing of one data source, organization or
 * version of its settings may ever answer another.
 */
export class BaselineCache {
  private readonly entries: LRUCache<string, DistributionSet>;

  constructor({ megabytes = 128, age = HOUR }: { megabytes?: number; age?: number } = {}) {
    this.entries = new LRUCache({ maxSize: megabytes * MEGABYTE, ttl: age, sizeCalculation: bytesOf });
  }

  /** What is stored under the key, or else what `read` gives. That is stored, but not with a store's warning, nor a failure. */
  async get(key: string, read: () => Promise<DistributionSet>): Promise<DistributionSet> {
    const stored = this.entries.get(key);
    if (stored !== undefined) {
      return stored;
    }
    const set = await read();
    if (set.warned !== true) {
      this.entries.set(key, set);
    }
    return set;
  }
}

function bytesOf({ cells }: DistributionSet): number {
  return cells.reduce((sum, { distribution }) => sum + sizeOf(distribution), 1024);
}

/** About: a category's name and count take a hundred bytes. */
function sizeOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'samples':
      return 200 + distribution.sorted.byteLength;
    case 'histogram':
      return 300 + distribution.edges.byteLength + distribution.bins.byteLength;
    case 'categories':
      return 200 + 100 * distribution.byCategory.size;
    case 'quantiles':
      return 200 + distribution.values.byteLength + distribution.probabilities.byteLength;
  }
}
