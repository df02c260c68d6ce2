/** What `meta.custom` of the values of a series holds beside what all frames have: what its changes are. */
export interface ChangeMeta {
  readonly kind: 'change';
  readonly changes: readonly DrawnChange[];
  /** Of a pattern that recurs, in milliseconds; null where there is none. */
  readonly period: number | null;
  /** What is said of the pattern, or why there is no verdict; empty where neither is so. */
  readonly remark: string;
}

/** A change as it is drawn. Times are in milliseconds since the epoch. */
export interface DrawnChange {
  readonly kind: 'abrupt' | 'gradual';
  readonly time: number;
  /** When a gradual change reached its level; as `time` of an abrupt one. */
  readonly until: number;
  /** It began between these, at 95% confidence; null where that can't be told. */
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly isRecent: boolean;
  readonly reason: string;
}
