import type { DriftRow } from '../../../frames/drift/DriftRow';
import type { RowOrigin } from '../../shared/dataLinks';
import type { Subject } from '../../shared/Subject';
import type { CellDetails } from './CellDetails';

/** A drift table laid out as a map: features (and segments) down, windows or segments across. */
export interface DriftMap {
  readonly subject: Subject;
  /** `single`: there is but one window and no segment, so that the map is a list. */
  readonly axis: 'time' | 'segment' | 'single';
  readonly columns: readonly MapColumn[];
  readonly rows: readonly MapRow[];
  /** Cells that share the place of a worse one, which is shown: nothing tells their rows apart. */
  readonly covered: number;
  /** Whether windows are held against past ones, so that rows draw evidence and its limit. */
  readonly hasEvidence: boolean;
}

export interface MapColumn {
  readonly key: string;
  /** The segment's name; empty on an axis of time. */
  readonly label: string;
  /** Milliseconds since the epoch; null where there is no time. */
  readonly start: number | null;
  readonly end: number | null;
  /** Where it lies across the map, from 0 to 1; windows keep their place in time, so that gaps show. */
  readonly left: number;
  readonly right: number;
}

export interface MapRow {
  readonly key: string;
  /** Which of the panel's queries it answers; empty where there is but one. */
  readonly query: string;
  readonly feature: string;
  /** Empty where segments lie across. */
  readonly segment: Readonly<Record<string, string>>;
  /** One for each column; undefined where the table has no row. */
  readonly cells: ReadonlyArray<MapCell | undefined>;
  readonly summary: RowSummary;
}

export interface MapCell {
  /** Which of the panel's queries it answers; empty where there is but one. */
  readonly query: string;
  /** Of a quality or volume table only what it shares with a drift table; the rest is in the details. */
  readonly row: DriftRow;
  readonly details: CellDetails;
  readonly origin: RowOrigin;
}

export interface RowSummary {
  /** The newest window's cell, or the worst segment's. */
  readonly current: MapCell;
  /** Column of `current`. */
  readonly column: number;
  /** Start of the unbroken run of drift or warning that reaches the newest window; null where there is none. */
  readonly since: number | null;
  /** Whether the run starts with the first window shown, and so may be older. */
  readonly sinceBeforeRange: boolean;
  /** The last run of drift that is over; null where a run goes on or there was none. */
  readonly past: { readonly from: number; readonly to: number } | null;
  /** Windows or segments with drift, and all that were judged. */
  readonly drifting: number;
  readonly judged: number;
  /** How many thresholds the current effect lies above chance. */
  readonly score: number;
}
