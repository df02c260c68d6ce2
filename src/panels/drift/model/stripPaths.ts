import type { VerdictWord } from '../../../verdict/Verdict';
import { effectScale } from '../../shared/effectScale';
import type { MapCell, MapColumn } from './DriftMap';
import { barFigures } from './effectOf';

export interface CellBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * How much of the row's height a cell fills: drift most of it, the more the further the feature moved, a warning less than
 * half, no drift little. So the verdict can be told without color. What is undecided fills the height with hatching.
 */
export function fillOf(cell: MapCell): number {
  const { verdict } = cell.row;
  switch (verdict) {
    case 'drift': {
      const figures = barFigures(cell);
      const size = figures === null ? 1 : (effectScale(figures).size ?? 0.5);
      return 0.6 + 0.4 * Math.max(0, 2 * size - 1);
    }
    case 'warning':
      return 0.4;
    case 'no_drift':
      return 0.15;
    default:
      return 1;
  }
}

/** The box of each cell's verdict, in pixels; cells narrower than a pixel are drawn one wide. */
export function cellBoxes(
  cells: ReadonlyArray<MapCell | undefined>,
  columns: readonly MapColumn[],
  width: number,
  height: number
): Array<CellBox | undefined> {
  return cells.map((cell, index) => {
    if (!cell) {
      return undefined;
    }
    const left = Math.round(columns[index].left * width);
    const right = Math.round(columns[index].right * width);
    const gap = right - left >= 4 ? 1 : 0;
    const filled = Math.round(fillOf(cell) * height);
    return { x: left, y: height - filled, width: Math.max(1, right - left - gap), height: filled };
  });
}

/** One SVG path for all cells of a verdict, so that a row is a handful of elements however many windows it has. */
export function stripPaths(
  cells: ReadonlyArray<MapCell | undefined>,
  boxes: ReadonlyArray<CellBox | undefined>
): ReadonlyMap<VerdictWord, string> {
  const parts = new Map<VerdictWord, string[]>();
  for (const [index, box] of boxes.entries()) {
    const verdict = cells[index]?.row.verdict;
    if (box && verdict) {
      const path = `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z`;
      const list = parts.get(verdict);
      if (list) {
        list.push(path);
      } else {
        parts.set(verdict, [path]);
      }
    }
  }
  return new Map([...parts].map(([verdict, paths]) => [verdict, paths.join('')]));
}
