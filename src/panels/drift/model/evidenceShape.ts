import type { MapCell, MapColumn } from './DriftMap';

/** Evidence over time, ready to be drawn: SVG paths in pixels. */
export interface EvidenceShape {
  /** From the top: where a score equals its limit. */
  readonly limitY: number;
  /** The evidence; it breaks where a window has none. */
  readonly line: string;
  /** What nine of ten past windows lie between. */
  readonly band: string;
  /** Windows in alarm or with a warning: the area below the evidence. */
  readonly alarms: string;
  readonly warnings: string;
  /** Windows without a verdict, from top to bottom. */
  readonly undecided: string;
}

/** Evidence beyond this many limits is drawn at the top: the figures are in the tooltip. */
const MOST_LIMITS = 1.5;

/** Whether windows are held against past ones: then they have a score and a limit. */
export function hasEvidence(cells: ReadonlyArray<MapCell | undefined>): boolean {
  return cells.some((cell) => cell?.row.score != null && cell.row.score_limit != null);
}

/** Each window's score in limits, one flat step a window, so that all features share one line for the limit. */
export function evidenceShape(
  cells: ReadonlyArray<MapCell | undefined>,
  columns: readonly MapColumn[],
  width: number,
  height: number
): EvidenceShape {
  const y = (limits: number) => round(height - (Math.min(limits, MOST_LIMITS) / MOST_LIMITS) * (height - 2) - 1);
  const shape = { line: '', band: '', alarms: '', warnings: '', undecided: '' };
  let isOpen = false;
  cells.forEach((cell, index) => {
    const left = round(columns[index].left * width);
    const right = Math.max(left + 1, round(columns[index].right * width));
    const box = (top: number, bottom: number) => `M${left} ${top}H${right}V${bottom}H${left}z`;
    const limits = cell === undefined ? null : inLimits(cell, cell.row.score);
    if (cell !== undefined && cell.row.severity === null) {
      shape.undecided += box(0, height);
    }
    const [low, high] = usualLimits(cell);
    if (low !== null && high !== null) {
      shape.band += box(y(high), y(low));
    }
    // An alarm without evidence, as beside a query that has none, fills its window: it must not look quiet.
    const top = y(limits ?? MOST_LIMITS);
    if (cell?.row.severity === 2) {
      shape.alarms += box(top, height);
    } else if (cell?.row.severity === 1) {
      shape.warnings += box(top, height);
    }
    if (limits === null) {
      isOpen = false;
      return;
    }
    const touches = isOpen && index > 0 && columns[index - 1].right === columns[index].left;
    shape.line += `${touches ? 'V' : `M${left} `}${top}H${right}`;
    isOpen = true;
  });
  return { ...shape, limitY: y(1) };
}

function usualLimits(cell: MapCell | undefined): Array<number | null> {
  return cell === undefined
    ? [null, null]
    : [inLimits(cell, cell.row.score_usual_low), inLimits(cell, cell.row.score_usual_high)];
}

function inLimits({ row }: MapCell, score: number | null | undefined): number | null {
  return score == null || row.score_limit == null || !(row.score_limit > 0) ? null : score / row.score_limit;
}

function round(pixels: number): number {
  return Math.round(10 * pixels) / 10;
}
