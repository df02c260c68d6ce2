import type { TracedVersion, VersionChange } from '../../../verdict/versions/VersionTrace';
import type { VersionJudgement } from './judgeVersion';

/** What a panel shows of the versions: one trace for each segment, which all share one axis of time. */
export interface VersionBoard {
  /** The label or field that holds the version. */
  readonly feature: string;
  readonly segments: readonly SegmentTrace[];
  /** All versions of all segments, in the order in which they first had calls: that of their colors. */
  readonly versions: readonly string[];
  /** From the first window's start to the last one's end, in milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  /** What of the panel's data can't be told apart, or is not shown, in sentences. */
  readonly notes: readonly string[];
}

export interface SegmentTrace {
  readonly key: string;
  /** Its query, where the panel has several, and its segment: `B, origin JFK`; empty where there is nothing to tell apart. */
  readonly name: string;
  readonly segment: Readonly<Record<string, string>>;
  readonly windows: readonly BoardWindow[];
  /** The active one first. */
  readonly versions: readonly VersionEntry[];
  /** By time. */
  readonly changes: readonly VersionChange[];
  readonly isDecided: boolean;
}

export interface BoardWindow {
  /** Milliseconds since the epoch. */
  readonly start: number;
  readonly end: number;
  /** Where it lies across the panel, from 0 to 1. */
  readonly left: number;
  readonly right: number;
}

export interface VersionEntry extends TracedVersion {
  /** By window. */
  readonly shares: ReadonlyArray<number | null>;
  /** Index of its frame among the panel's data. */
  readonly frame: number;
  /** Null where no drift table tells versions apart. */
  readonly drift: VersionJudgement | null;
  readonly quality: VersionJudgement | null;
}
