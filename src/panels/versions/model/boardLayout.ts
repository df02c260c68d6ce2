import type { VersionsOptions } from '../options';
import { shortTrace } from './describeBoard';
import type { VersionBoard } from './VersionBoard';

export interface BoardLayout {
  /** Figures in lines instead of columns, names of segments above their bands. */
  readonly isNarrow: boolean;
  /** Width of the segments' names beside the bands; 0 where they stand above, or there is but one. */
  readonly nameWidth: number;
  readonly bandWidth: number;
  /** Of one segment's band, without its signs. */
  readonly bandHeight: number;
  /** Whether not all of it fits. */
  readonly overflows: boolean;
}

const NARROW = 520;
const SCROLLBAR = 12;
const CHARACTER = 7.3;
const MARKS = 16;
const AXIS = 20;
const NAME = 20;
const TABLE_HEAD = 36;
const ROW = 30;
/** Where a verdict breaks into two lines. */
const HIGH_ROW = 50;
const CARD_LINE = 22;
const CHANGE_LINE = 20;

/** How wide and high everything is: bands take what the table and the changes leave. */
export function boardLayout(
  { segments }: VersionBoard,
  width: number,
  height: number,
  { showTable, showChanges }: Pick<VersionsOptions, 'showTable' | 'showChanges'>
): BoardLayout {
  const isNarrow = width < NARROW;
  const inner = Math.max(0, width - SCROLLBAR);
  const several = segments.length > 1;
  const longest = Math.max(
    0,
    ...segments.map((trace) => Math.max(trace.name.length, shortTrace(trace, () => '1 Jan 00:00').length * 0.9))
  );
  const nameWidth = several && !isNarrow ? Math.round(Math.min(longest * CHARACTER + 12, 0.3 * inner)) : 0;
  const rows = segments.reduce((sum, { versions }) => sum + versions.length, 0);
  const isJudged = segments.some(({ versions }) => versions.some(({ drift, quality }) => drift ?? quality));
  const changes = segments.reduce((sum, trace) => sum + trace.changes.length, 0);
  const below =
    (showTable ? (isNarrow ? rows * 7 * CARD_LINE : TABLE_HEAD + rows * (isJudged ? HIGH_ROW : ROW)) : 0) +
    (showChanges ? 8 + Math.max(1, changes) * CHANGE_LINE : 0);
  const perBand = (height - below - AXIS) / Math.max(1, segments.length) - MARKS - (several && isNarrow ? NAME : 0);
  const bandHeight = Math.round(Math.min(Math.max(perBand, several ? 24 : 44), several ? 48 : 160));
  return { isNarrow, nameWidth, bandWidth: inner - nameWidth, bandHeight, overflows: perBand < bandHeight };
}
