import type { Part } from '../options';
import type { PerformanceBoard } from './PerformanceBoard';

export interface BoardLayout {
  /** Figures of the table in lines instead of columns. */
  readonly isNarrow: boolean;
  /** Whether confusion matrix and curves stand beside the metrics, not below. */
  readonly isBeside: boolean;
  readonly mainWidth: number;
  readonly chartHeight: number;
  /** Of each confusion matrix or curve. */
  readonly detailWidth: number;
  readonly detailHeight: number;
}

const NARROW = 520;
const BESIDE = 900;
const SCROLLBAR = 12;
const GAP = 20;
const DETAIL = 270;
const TABLE_HEAD = 34;
const ROW = 30;
const KEY = 24;
const REASON = 46;
const MATRIX = 182;
const HEADING = 36;

/** How wide and high everything is: the chart takes what the table leaves. */
export function boardLayout(
  { tracks }: PerformanceBoard,
  { width, height, main, details }: { width: number; height: number; main: readonly Part[]; details: number }
): BoardLayout {
  const inner = Math.max(0, width - SCROLLBAR);
  const isNarrow = width < NARROW;
  const hasMain = main.length > 0;
  const isBeside = hasMain && details > 0 && width >= BESIDE;
  const beside = isBeside ? Math.round(Math.min(400, 0.34 * inner)) : 0;
  const mainWidth = isBeside ? inner - beside - GAP : inner;
  const columns = isBeside ? 1 : Math.max(1, Math.min(details, Math.floor((inner + GAP) / (DETAIL + GAP))));
  const detailWidth = isBeside ? beside : Math.floor((inner - (columns - 1) * GAP) / columns);
  const table = main.includes('table') && !isNarrow ? TABLE_HEAD + Math.min(tracks.length, 8) * ROW : 0;
  // A matrix is lower than a curve, and what is beside it has headings.
  const perView = (height - MATRIX) / Math.max(1, details - 1) - HEADING;
  const left = height - table - KEY - REASON - (isBeside || details === 0 ? 0 : DETAIL / 2);
  return {
    ...{ isNarrow, isBeside, mainWidth, detailWidth },
    chartHeight: Math.round(Math.min(Math.max(left, 170), 420)),
    detailHeight: Math.round(Math.min(Math.max(isBeside ? perView : 0.62 * detailWidth, 150), 240)),
  };
}
