import type { FieldLike, FrameLike } from '../../../frames/FrameLike';
import type { ResultMeta } from '../../../frames/ResultMeta';
import { readDrift } from '../../../frames/drift/readDrift';
import type { DriftRow } from '../../../frames/drift/DriftRow';
import { type Subject, subjectOf } from '../../shared/Subject';
import type { CellDetails } from './CellDetails';
import type { MapCell } from './DriftMap';

export interface DriftCells {
  readonly cells: readonly MapCell[];
  /** Of the first table. */
  readonly meta: ResultMeta;
  readonly subject: Subject;
}

/**
 * The deciding rows of all tables with verdicts among the frames, each with its place; null where there is none. Only
 * tables of one subject make a map: the first one settles which.
 */
export function readDriftCells(frames: readonly FrameLike[]): DriftCells | null {
  const tables = frames.flatMap((frame, index) => {
    const table = readDrift([frame]);
    return table === null ? [] : [{ ...table, frame, index, subject: subjectOf(frame) }];
  });
  if (tables.length === 0) {
    return null;
  }
  const [{ meta, subject }] = tables;
  const cells = tables
    .filter((table) => table.subject === subject)
    .flatMap(({ rows, frame, index }) => {
      const detailsAt = readDetails(frame, subject);
      return rows
        .map((row, position): MapCell => {
          const details = detailsAt(position);
          return { row: normalized(row, details), details, origin: { frame: index, row: position } };
        })
        .filter(({ row }) => row.deciding);
    });
  return { cells, meta, subject };
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
