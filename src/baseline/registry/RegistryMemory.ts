import { LRUCache } from 'lru-cache';
import type { Profile } from '../profile/profileSchema';
import type { ModelVersion, TrainingRun } from './ModelVersion';

const MOST_MODELS = 1000;
const MEGABYTE = 2 ** 20;
const HOUR = 3_600_000;

/** What a version of a model was trained on. */
export interface KnownModel {
  readonly version: ModelVersion;
  readonly run: TrainingRun;
  readonly profile: Profile;
}

/**
 * What registries told before, so that a rule that runs each minute asks for the alias alone. Profiles are kept by version
 * and run, never by alias. Keys must name whose data they are.
 */
export class RegistryMemory {
  private readonly models: LRUCache<string, KnownModel>;
  private readonly latest = new LRUCache<string, { readonly version: ModelVersion; readonly at: number }>({
    max: MOST_MODELS,
  });

  constructor(megabytes = 64) {
    this.models = new LRUCache({ maxSize: megabytes * MEGABYTE, ttl: HOUR });
  }

  known(key: string): KnownModel | undefined {
    return this.models.get(key);
  }

  keep(key: string, model: KnownModel, bytes: number): void {
    this.models.set(key, model, { size: Math.max(1, bytes) });
  }

  /** The version that an alias named last, and when that was. */
  lastOf(key: string): { readonly version: ModelVersion; readonly at: number } | undefined {
    return this.latest.get(key);
  }

  note(key: string, version: ModelVersion, at: number): void {
    this.latest.set(key, { version, at });
  }
}
