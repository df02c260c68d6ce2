import type { DriftRow } from '../../../frames/drift/DriftRow';
import { readDrift } from '../../../frames/drift/readDrift';
import type { FrameLike } from '../../../frames/FrameLike';
import { score } from '../../../frames/score';
import { figuresOf } from '../../shared/figuresOf';

export type JudgedBy = 'drift' | 'quality';

/** What a table says of one version: of each feature its newest window that has a verdict, or else its newest. */
export interface VersionJudgement {
  /** Features of severity 2 and of severity 1. */
  readonly bad: number;
  readonly warning: number;
  /** Features with a verdict. */
  readonly judged: number;
  readonly features: number;
  /** What matters most; never null where there are features. */
  readonly worst: DriftRow;
}

/** A row, and the query that it answers. */
export type JudgedRow = DriftRow & { readonly query: string };
export type JudgedRows = Readonly<Record<JudgedBy, readonly JudgedRow[]>>;

/** The rows of the panel's drift tables and of its quality tables; the latter have a column `finding`. */
export function readJudged(frames: readonly FrameLike[]): JudgedRows {
  const tables = { drift: [] as FrameLike[], quality: [] as FrameLike[] };
  for (const frame of frames) {
    tables[frame.fields.some(({ name }) => name === 'finding') ? 'quality' : 'drift'].push(frame);
  }
  const rowsOf = (some: readonly FrameLike[]) =>
    some.flatMap((frame) =>
      (readDrift([frame])?.rows ?? [])
        .filter(({ deciding }) => deciding)
        .map((row): JudgedRow => ({ ...row, query: frame.refId ?? '' }))
    );
  return { drift: rowsOf(tables.drift), quality: rowsOf(tables.quality) };
}

/**
 * What rows say of a version: those whose segment has it under `name`, and which do not contradict the other parts of
 * `segment`. Null where there is none.
 */
export function judgeVersion(
  rows: readonly JudgedRow[],
  name: string,
  version: string,
  segment: Readonly<Record<string, string>>
): VersionJudgement | null {
  const newest = new Map<string, JudgedRow>();
  for (const row of rows) {
    if (row.segment[name] === version && agrees(row.segment, segment)) {
      const key = JSON.stringify([row.query, row.feature, row.segment]);
      const known = newest.get(key);
      if (known === undefined || isNewer(row, known)) {
        newest.set(key, row);
      }
    }
  }
  const found = [...newest.values()];
  if (found.length === 0) {
    return null;
  }
  const count = (severity: number) => found.filter((row) => row.severity === severity).length;
  return {
    bad: count(2),
    warning: count(1),
    judged: found.filter(({ severity }) => severity !== null).length,
    features: found.length,
    worst: found.reduce((a, b) => (importance(b) > importance(a) ? b : a)),
  };
}

/** Under which name of the tables' segments the version stands: the feature's own, or else the only one that there is. */
export function versionSegment({ drift, quality }: JudgedRows, feature: string): string | null {
  const names = new Set([...drift, ...quality].flatMap(({ segment }) => Object.keys(segment)));
  return names.has(feature) ? feature : names.size === 1 ? [...names][0] : null;
}

/** After a version is gone its windows have no verdict: what was said last counts. */
function isNewer(row: DriftRow, known: DriftRow): boolean {
  const [decided, before] = [row.severity !== null, known.severity !== null];
  const later = (row.time ?? 0) - (known.time ?? 0);
  // Of two rows of one window, which a transformation may leave, the worse.
  return decided === before ? later > 0 || (later === 0 && importance(row) >= importance(known)) : decided;
}

function agrees(row: Readonly<Record<string, string>>, segment: Readonly<Record<string, string>>): boolean {
  return Object.entries(segment).every(([name, value]) => row[name] === undefined || row[name] === value);
}

/** Severity first, then how far; at most 1e6 thresholds count. */
function importance(row: DriftRow): number {
  const far = row.effect === undefined ? 0 : (score(figuresOf(row)) ?? 0);
  return 1e6 * ((row.severity ?? -1) + 1) + Math.min(far, 1e6 - 1);
}
