import type { FieldLike, FrameLike } from '../../../frames/FrameLike';
import type { ResultMeta } from '../../../frames/ResultMeta';
import { readDrift } from '../../../frames/drift/readDrift';
import type { DriftRow } from '../../../frames/drift/DriftRow';
import { type Subject, subjectOf } from '../../shared/Subject';
import { queriesOf } from '../../shared/queriesOf';
import type { CellDetails } from './CellDetails';
import { driftNotes } from './driftNotes';
import type { MapCell } from './DriftMap';

export interface DriftCells {
  readonly cells: readonly MapCell[];
  /** What each query's verdicts were compared with; the query is empty where there is but one. */
  readonly baselines: ReadonlyArray<{ readonly query: string; readonly baseline: ResultMeta['baseline'] }>;
  readonly subject: Subject;
  /** What of the panel's data is not shown, or can't be told apart, in sentences. */
  readonly notes: readonly string[];
}

/**
 * The deciding rows of all tables with verdicts among the frames, each with its query and place; null where there is none.
 * Only tables of one subject make a map: the first one settles which, and the notes name the others.
 */
export function readDriftCells(frames: readonly FrameLike[]): DriftCells | null {
  const tables = frames.flatMap((frame, index) => {
    const table = readDrift([frame]);
    return table === null ? [] : [{ ...table, frame, index, subject: subjectOf(frame) }];
  });
  if (tables.length === 0) {
    return null;
  }
  const [{ subject }] = tables;
  const shown = tables.filter((table) => table.subject === subject);
  const isOne = queriesOf(shown.map(({ frame }) => frame)).length === 1;
  const queryOf = ({ refId = '' }: FrameLike) => (isOne ? '' : refId);
  const cells = shown.flatMap(({ rows, frame, index }) => {
    const query = queryOf(frame);
    const detailsAt = readDetails(frame, subject);
    return rows
      .map((row, position): MapCell => {
        const details = detailsAt(position);
        return { query, row: normalized(row, details), details, origin: { frame: index, row: position } };
      })
      .filter(({ row }) => row.deciding);
  });
  return {
    cells,
    baselines: shown.map(({ frame, meta: { baseline } }) => ({ query: queryOf(frame), baseline })),
    subject,
    notes: driftNotes(frames, { subject, shown: shown.map(({ frame }) => frame) }),
  };
}

const DRIFT: CellDetails = { subject: 'drift' };

function readDetails({ fields }: FrameLike, subject: Subject): (row: number) => CellDetails {
  const column = <Value>(name: string) =>
    (fields.find((field: FieldLike) => field.name === name)?.values ?? []) as ArrayLike<Value | null | undefined>;
  switch (subject) {
    case 'drift':
      return () => DRIFT;
    case 'quality': {
      const [finding, nextStep] = [column<string>('finding'), column<string>('next_step')];
      const [findings, since] = [column<number>('findings'), column<number>('found_since')];
      return (row) => ({
        subject,
        finding: finding[row] ?? null,
        findings: findings[row] ?? 0,
        foundSince: since[row] ?? null,
        nextStep: nextStep[row] ?? '',
      });
    }
    case 'volume': {
      const [value, expected, low, high] = ['value', 'expected', 'low', 'high'].map((name) => column<number>(name));
      const [deviation, score] = ['deviation', 'score'].map((name) => column<number>(name));
      return (row) => ({
        subject,
        value: value[row] ?? null,
        expected: expected[row] ?? null,
        low: low[row] ?? null,
        high: high[row] ?? null,
        deviation: deviation[row] ?? null,
        score: score[row] ?? null,
      });
    }
  }
}

const VOLUME_WORDS: Readonly<Record<string, DriftRow['verdict']>> = { alarm: 'drift', normal: 'no_drift' };

/** A volume table has words of its own, and its score is what an effect in thresholds is. */
function normalized(row: DriftRow, details: CellDetails): DriftRow {
  return details.subject === 'volume'
    ? {
        ...row,
        verdict: VOLUME_WORDS[row.verdict] ?? row.verdict,
        effect_size: details.score,
        effect_expected: 0,
        threshold: 1,
      }
    : row;
}
