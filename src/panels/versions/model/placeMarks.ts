import type { VersionChange } from '../../../verdict/versions/VersionTrace';
import { changeRank } from './changeWords';

export interface Mark {
  readonly change: VersionChange;
  /** In pixels. */
  readonly x: number;
  /** Whether there is room for its sign: of changes that lie close together the gravest has it. */
  readonly hasSign: boolean;
}

/** Between two signs, in pixels. */
const APART = 14;

/** Where the changes of a segment lie across the panel. */
export function placeMarks(
  changes: readonly VersionChange[],
  { from, to, width }: { readonly from: number; readonly to: number; readonly width: number }
): Mark[] {
  const xs = changes.map(({ time }) => Math.round(((time - from) / Math.max(1, to - from)) * width));
  const taken: number[] = [];
  const signed = new Set<number>();
  const byRank = changes.map((_, index) => index).sort((a, b) => changeRank(changes[a]) - changeRank(changes[b]));
  for (const index of byRank) {
    if (taken.every((x) => Math.abs(x - xs[index]) >= APART)) {
      taken.push(xs[index]);
      signed.add(index);
    }
  }
  return changes.map((change, index) => ({ change, x: xs[index], hasSign: signed.has(index) }));
}
