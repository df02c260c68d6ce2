import type { Scale } from '../../statistics/time/scales';

/** The 5th and the 95th percentile of replayed scores. */
export interface UsualScores {
  readonly low: number;
  readonly high: number;
}

/** How a verdict over time was reached: the evidence, and what it is held against. */
export interface OverTime {
  readonly significance: 'calibrated' | 'sequential';
  /** Whose score is nearest to its limit, or furthest above it. */
  readonly of: 'values' | 'missing';
  /** How many times the natural variation the window is off; null where it has no score. */
  readonly score: number | null;
  /** What the score must exceed to be significant; null where the past tells too little. */
  readonly limit: number | null;
  /** What nine of ten replayed windows of this series lie between; null where none was replayed. */
  readonly usual: UsualScores | null;
  /** The scale that decided, or had the largest score. */
  readonly scale: Scale | null;
  /** Windows of the calibration that were replayed. */
  readonly replayed: number;
  /** Seasons of the calibration with enough data, and as many as it takes. */
  readonly seasons: number;
  readonly seasonsNeeded: number;
  /** `calibrated`: replayed windows in alarm; `sequential`: their episodes. Of all features and segments together. */
  readonly observed: number;
  /** As many as the promise allows for. */
  readonly promised: number;
}
