import type { Severity } from '../Verdict';
import type { Allowance } from './Allowance';

export type VolumeWord = 'alarm' | 'warning' | 'normal' | 'insufficient_data' | 'undefined';

/** Why a verdict is what it is; `describeVolume` makes the sentence. */
export type VolumeReason =
  | 'off'
  | 'within'
  /** Off by more than the threshold, but no further than chance moves it. */
  | 'within_noise'
  | 'no_value'
  | 'few_past'
  | 'few_for_z'
  | 'no_spread'
  | 'nothing_expected'
  /** The window is not what it seems: `undecided` says why. */
  | 'undecided';

/** A value and what it was compared with. */
export interface VolumeFigures {
  /** Null where there were no data, which is not 0. */
  readonly value: number | null;
  /** Median of the past windows; of one, its value. */
  readonly expected: number | null;
  /** Beyond these the value is off; null on a side that does not matter, and where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  /** (value − expected) / |expected|; null where nothing was expected. */
  readonly deviation: number | null;
  /** (value − expected) / spread; null for fewer than four past windows, and where they are all equal. */
  readonly z: number | null;
  /** Robust standard deviation of the past windows. */
  readonly spread: number | null;
  /** Past windows that have a value, and those that were asked for. */
  readonly past: number;
  readonly asked: number;
}

export interface VolumeVerdict extends VolumeFigures {
  readonly measure: string;
  readonly segment: Readonly<Record<string, string>>;
  /** How far from the expected value to the edge of the band: off from 1 on; 0 on a side that does not matter. */
  readonly score: number | null;
  readonly verdict: VolumeWord;
  readonly severity: Severity;
  readonly reason: VolumeReason;
  /** What chance is allowed for; null where nothing tells it. */
  readonly chance: Allowance['of'] | null;
  /** Whether it takes both signs, so that it is judged by z and no percent. */
  readonly isSigned: boolean;
  /** Why nothing may be concluded from the value. */
  readonly undecided?: string;
}
