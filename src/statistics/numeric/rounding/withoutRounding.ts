import type { Distribution, Samples } from '../../../distribution/Distribution';
import { countBelow } from '../../../distribution/histogramFromSamples';
import { numberOfValues } from '../../../distribution/numberOfValues';
import { frequentValues, occurrencesOf, tellsNumbers } from '../../../distribution/occurrences';
import { baselineScale } from '../baselineScale';
import { type Level, levelsOf } from './levels';
import { moveInHistogram } from './moveInHistogram';

/** Two sides in which numbers that differ by rounding alone are one. */
export interface WithoutRounding {
  readonly baseline: Distribution;
  readonly current: Distribution;
  /** Shares of the values of each side that were taken for a level beside them. */
  readonly baselineShare: number;
  readonly currentShare: number;
  /** One of them: the most frequent of a level. */
  readonly example: Move;
  /** Furthest that a value was moved. */
  readonly furthest: number;
}

export interface Move {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** On average values may move by so many standard deviations of the baseline: a tenth of the least shift that matters. */
const MOST_MOVED = 0.01;

/**
 * Both sides with each number that is a frequent one but for rounding as that number (`levelsOf`): KS and the tests of single
 * values look at which numbers are equal, and would find 0.30000000000000004 in place of 0.3 a change of all that hold it.
 * Null where no number is such. Where all that a scale would take for its levels makes a shift, it is one, and stays.
 * Of a histogram only those numbers can be told that are listed or have a bucket of their own.
 */
export function withoutRounding(baseline: Distribution, current: Distribution): WithoutRounding | null {
  const sides = [baseline, current];
  if (!sides.some(tellsNumbers)) {
    return null;
  }
  const { exact, onScale } = levelsOf(baseline, current);
  const wide = onScale === null ? null : sides.map((side) => movesTo(onScale, side));
  const isNarrow = wide !== null && sides.every((side, i) => meanWay(wide[i], side) <= MOST_MOVED * spread(baseline));
  const moves = wide !== null && isNarrow ? wide : sides.map((side) => movesTo(exact, side));
  const all = moves.flat();
  if (all.length === 0) {
    return null;
  }
  return {
    baseline: moved(baseline, moves[0]),
    current: moved(current, moves[1]),
    baselineShare: share(moves[0], baseline),
    currentShare: share(moves[1], current),
    example: all.reduce((a, b) => (b.count > a.count ? b : a)),
    furthest: Math.max(...all.map(({ from, to }) => Math.abs(from - to))),
  };
}

function spread(baseline: Distribution): number {
  return baselineScale(baseline)?.estimate ?? 0;
}

/** The different numbers of a side that are taken for a level and are not the level itself, each once. */
function movesTo(levels: readonly Level[], side: Distribution): Move[] {
  const moves = levels.flatMap((level) => movesToOne(level, side));
  return [...new Map(moves.map((move) => [move.from, move])).values()];
}

function movesToOne({ value: to, low, high, others }: Level, side: Distribution): Move[] {
  if (side.kind === 'samples') {
    const near = runsBetween(side.sorted, low, high).filter(({ from }) => from !== to);
    const far = others.map((from) => ({ from, count: occurrencesOf(side, from).low }));
    return [...near, ...far.filter(({ from, count }) => count > 0 && !(from >= low && from <= high))].map((one) => ({
      ...one,
      to,
    }));
  }
  return frequentValues(side, 1)
    .filter((from) => from !== to && ((from >= low && from <= high) || others.includes(from)))
    .map((from) => ({ from, to, bounds: occurrencesOf(side, from) }))
    .filter(({ bounds }) => bounds.low === bounds.high)
    .map(({ from, bounds }) => ({ from, to, count: bounds.low }));
}

function runsBetween(sorted: Float64Array, low: number, high: number): Array<{ from: number; count: number }> {
  const end = countBelow(sorted, high, true);
  const runs: Array<{ from: number; count: number }> = [];
  for (let at = countBelow(sorted, low, false); at < end;) {
    const next = countBelow(sorted, sorted[at], true);
    runs.push({ from: sorted[at], count: next - at });
    at = next;
  }
  return runs;
}

function share(moves: readonly Move[], side: Distribution): number {
  return moves.reduce((sum, { count }) => sum + count, 0) / Math.max(1, numberOfValues(side));
}

function meanWay(moves: readonly Move[], side: Distribution): number {
  const way = moves.reduce((sum, { from, to, count }) => sum + count * Math.abs(from - to), 0);
  return way / Math.max(1, numberOfValues(side));
}

function moved(side: Distribution, moves: readonly Move[]): Distribution {
  if (moves.length === 0 || (side.kind !== 'samples' && side.kind !== 'histogram')) {
    return side;
  }
  return side.kind === 'samples' ? movedSamples(side, moves) : moveInHistogram(side, moves);
}

function movedSamples(side: Samples, moves: readonly Move[]): Samples {
  const sorted = Float64Array.from(side.sorted);
  for (const { from, to, count } of moves) {
    const first = countBelow(side.sorted, from, false);
    sorted.fill(to, first, first + count);
  }
  return { ...side, sorted: sorted.sort() };
}
