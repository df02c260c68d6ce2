import type { Scale } from '../../shared/scale';
import { limitOf } from './limitOf';
import type { Point } from './PerformanceBoard';

export type LineName = 'value' | 'interval' | 'pending' | 'estimate' | 'baseline' | 'limit' | 'objective';

/** What of a window a line shows; null where it shows nothing. */
export function heightOf({ row }: Point, line: Exclude<LineName, 'interval'>): number | null {
  switch (line) {
    case 'value':
      return row.mature_at === null ? row.value : null;
    case 'pending':
      return row.mature_at === null ? null : row.value;
    case 'estimate':
      return row.estimated;
    case 'baseline':
      return row.baseline;
    case 'limit':
      return limitOf(row);
    case 'objective':
      return row.objective;
  }
}

export function hasLine(points: readonly Point[], line: LineName): boolean {
  return line === 'interval'
    ? points.some(({ row }) => row.low !== null && row.high !== null)
    : points.some((point) => heightOf(point, line) !== null);
}

const HEIGHTS = ['value', 'pending', 'estimate', 'baseline', 'limit', 'objective'] as const;
/** An interval may reach this far beyond what else is drawn, as a share of it, before it is cut. */
const BEYOND = 1.5;
const MARGIN = 0.08;

/** The values that the axis reaches over: all lines, and intervals as far as they leave the lines readable. */
export function valueRange(points: readonly Point[]): readonly [number, number] {
  const heights = points.flatMap((point) => HEIGHTS.flatMap((line) => heightOf(point, line) ?? []));
  const ends = points.flatMap(({ row }) => [row.low ?? [], row.high ?? []].flat());
  const all = heights.length > 0 ? heights : ends;
  if (all.length === 0) {
    return [0, 1];
  }
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const span = Math.max(high - low, 0.02 * Math.abs(high), 1e-9);
  const reach = BEYOND * Math.max(span, 0.05 * Math.abs(high));
  const from = Math.max(Math.min(low, ...ends), low - reach);
  const to = Math.min(Math.max(high, ...ends), high + reach);
  const margin = MARGIN * Math.max(to - from, span);
  const isShare = [...all, ...ends].every((value) => value >= 0 && value <= 1);
  return isShare ? [Math.max(0, from - margin), Math.min(1, to + margin)] : [from - margin, to + margin];
}

/** A line through the middles of windows; broken where a window has no value. */
export function middleLine(
  points: readonly Point[],
  height: (point: Point) => number | null,
  { x, y }: { x: Scale; y: Scale }
): string {
  return runs(points, height)
    .filter((run) => run.length > 1)
    .map((run) => `M${run.map(({ point, value }) => `${round(x(middleOf(point)))} ${round(y(value))}`).join('L')}`)
    .join('');
}

/** A line that holds over the whole of each window, such as a baseline. */
export function stepLine(
  points: readonly Point[],
  height: (point: Point) => number | null,
  { x, y }: { x: Scale; y: Scale }
): string {
  return runs(points, height)
    .map((run) =>
      run
        .map(({ point, value }, index) => {
          const level = round(y(value));
          return `${index === 0 ? 'M' : 'L'}${round(x(point.left))} ${level}H${round(x(point.right))}`;
        })
        .join('')
    )
    .join('');
}

/** The band between two heights, through the middles of windows that lie beside one another. */
export function bandPath(points: readonly Point[], { x, y }: { x: Scale; y: Scale }): string {
  const known = (point: Point) => (point.row.mature_at === null && point.row.low !== null ? point.row.high : null);
  return runs(points, known)
    .filter((run) => run.length > 1)
    .map((run) => {
      const upper = run.map(({ point, value }) => `${round(x(middleOf(point)))} ${round(y(value))}`);
      const lower = run.map(({ point }) => `${round(x(middleOf(point)))} ${round(y(point.row.low ?? 0))}`).reverse();
      return `M${[...upper, ...lower].join('L')}Z`;
    })
    .join('');
}

export function middleOf({ left, right }: Pick<Point, 'left' | 'right'>): number {
  return (left + right) / 2;
}

interface Placed {
  readonly point: Point;
  readonly value: number;
}

/** Windows beside one another that have a value. */
function runs(points: readonly Point[], height: (point: Point) => number | null): Placed[][] {
  const found: Placed[][] = [];
  let before: Point | null = null;
  for (const point of points) {
    const value = height(point);
    if (value !== null) {
      const isNext = before !== null && point.left - before.right < 1e-6;
      if (isNext) {
        found[found.length - 1].push({ point, value });
      } else {
        found.push([{ point, value }]);
      }
    }
    before = value === null ? null : point;
  }
  return found;
}

function round(pixels: number): number {
  return Math.round(10 * pixels) / 10;
}
