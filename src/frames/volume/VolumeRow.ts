import type { Severity } from '../../verdict/Verdict';
import type { VolumeWord } from '../../verdict/volume/VolumeVerdict';

/** One row of the volume table: a measure in a segment and a window. What each column means: README.md in this folder's parent. */
export interface VolumeRow {
  /** Start of the window, in milliseconds since the epoch. */
  readonly time: number;
  readonly time_end: number;
  /** The measure's name. */
  readonly feature: string;
  /** Written as one column for each key. */
  readonly segment: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly expected: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly deviation: number | null;
  readonly z: number | null;
  readonly spread: number | null;
  readonly n_baseline: number;
  readonly score: number | null;
  readonly verdict: VolumeWord;
  readonly severity: Severity;
  readonly reason: string;
}
