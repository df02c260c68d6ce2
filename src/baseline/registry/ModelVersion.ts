/** One version of a registered model, as its registry tells it. */
export interface ModelVersion {
  readonly model: string;
  readonly version: string;
  /** By which it was asked for; null where it was asked for by its number. */
  readonly alias: string | null;
  /** ISO 8601. */
  readonly created: string | null;
  /** The run that trained it; null where the registry names none. */
  readonly run: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

/** What a run tells of how its model came to be. */
export interface TrainingRun {
  readonly id: string;
  /** ISO 8601. */
  readonly ended: string | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly metrics: Readonly<Record<string, number>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly datasets: readonly RecordedDataset[];
}

export interface RecordedDataset {
  readonly name: string;
  readonly digest: string;
  /** What it was used for: `training`, `evaluation`. */
  readonly context: string | null;
}
