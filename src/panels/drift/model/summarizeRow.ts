import { score } from '../../../frames/score';
import { figuresOf } from '../../shared/figuresOf';
import type { MapCell, MapColumn, RowSummary } from './DriftMap';

type Cells = ReadonlyArray<MapCell | undefined>;

/** What is said about a feature over time: its newest window, since when it has been so, and what is over. */
export function summarizeOverTime(cells: Cells, columns: readonly MapColumn[]): RowSummary | null {
  const column = cells.findLastIndex((cell) => cell !== undefined);
  const current = cells[column];
  if (!current) {
    return null;
  }
  const level = severityOf(current);
  const start = level >= 1 ? startOfRun(cells, column, level) : null;
  return {
    current,
    column,
    since: start === null ? null : columns[start].start,
    sinceBeforeRange: start !== null && firstJudged(cells) === start,
    past: level === 2 ? null : lastRunOfDrift(cells, columns, column),
    ...counts(cells),
    score: scoreOf(current),
  };
}

/** What is said about a feature over segments: the worst of them. */
export function summarizeOverSegments(cells: Cells): RowSummary | null {
  let column = -1;
  cells.forEach((cell, index) => {
    if (cell && (column < 0 || isWorse(cell, cells[column]))) {
      column = index;
    }
  });
  const current = cells[column];
  return current
    ? { current, column, since: null, sinceBeforeRange: false, past: null, ...counts(cells), score: scoreOf(current) }
    : null;
}

/** The first window of the unbroken run at this severity or above; windows without a decision don't break it. */
function startOfRun(cells: Cells, from: number, level: number): number {
  let start = from;
  for (let index = from - 1; index >= 0; index--) {
    const severity = cells[index]?.row.severity ?? null;
    if (severity === null) {
      continue;
    }
    if (severity < level) {
      break;
    }
    start = index;
  }
  return start;
}

function lastRunOfDrift(cells: Cells, columns: readonly MapColumn[], before: number): RowSummary['past'] {
  for (let index = before - 1; index >= 0; index--) {
    if (cells[index]?.row.severity === 2) {
      const [from, to] = [columns[startOfRun(cells, index, 2)].start, columns[index].end];
      return from === null || to === null ? null : { from, to };
    }
  }
  return null;
}

function firstJudged(cells: Cells): number {
  return cells.findIndex((cell) => cell !== undefined && cell.row.severity !== null);
}

function counts(cells: Cells): Pick<RowSummary, 'drifting' | 'judged'> {
  const judged = cells.filter((cell) => cell !== undefined && cell.row.severity !== null);
  return { drifting: judged.filter((cell) => cell?.row.severity === 2).length, judged: judged.length };
}

/** Whether a cell matters more than another one, or there is no other. */
export function isWorse(a: MapCell, b: MapCell | undefined): boolean {
  return (
    b === undefined || severityOf(a) - severityOf(b) > 0 || (severityOf(a) === severityOf(b) && scoreOf(a) > scoreOf(b))
  );
}

/** −1 where undecided. */
export function severityOf({ row }: MapCell): number {
  return row.severity ?? -1;
}

/** −1 where there is no effect; of findings how many there are. */
function scoreOf({ row, details }: MapCell): number {
  return details.subject === 'quality' ? details.findings : (score(figuresOf(row)) ?? -1);
}
