import type { BinaryScores } from '../../../outcomes/binaryScores';

/** Ten bins of equal width; the last one holds 1. */
export const BINS = 10;

export function binOf(score: number): number {
  let bin = Math.min(BINS - 1, Math.max(0, Math.floor(score * BINS)));
  // The product may round across an edge.
  bin -= bin > 0 && score < bin / BINS ? 1 : 0;
  return bin < BINS - 1 && score >= (bin + 1) / BINS ? bin + 1 : bin;
}

/** Entries of a score table that lie in one bin, or in neighboring ones that a bucket joins. */
export interface BinGroup {
  readonly first: number;
  readonly last: number;
  readonly entries: readonly GroupEntry[];
}

export interface GroupEntry {
  readonly from: number;
  readonly to: number;
  readonly positives: number;
  readonly negatives: number;
  /** What the sum of its scores surely lies between. */
  readonly sum: readonly [number, number];
  /** Σ p(1 − p) of its scores, from buckets at their mean. */
  readonly variance: number;
  readonly firstBin: number;
  readonly lastBin: number;
}

/** Entries with rows by bin; bins that a bucket reaches across are one group. */
export function calibrationBins(scores: BinaryScores): BinGroup[] {
  if (scores.exact) {
    return binsOfSingleScores(scores);
  }
  const groups: Array<{ first: number; last: number; entries: GroupEntry[] }> = [];
  for (let i = 0; i < scores.lower.length; i++) {
    const entry = entryOf(scores, i);
    if (entry.positives + entry.negatives === 0) {
      continue;
    }
    const group = groups[groups.length - 1];
    if (group && group.last >= entry.firstBin) {
      group.entries.push(entry);
      group.last = Math.max(group.last, entry.lastBin);
    } else {
      groups.push({ first: entry.firstBin, last: entry.lastBin, entries: [entry] });
    }
  }
  return groups;
}

/** One entry for each bin, since tables of single scores may be long. */
function binsOfSingleScores({ lower, positive, negative }: BinaryScores): BinGroup[] {
  const groups: BinGroup[] = [];
  for (let i = 0; i < lower.length;) {
    const bin = binOf(lower[i]);
    const from = lower[i];
    let [positives, negatives, sum, variance] = [0, 0, 0, 0];
    for (; i < lower.length && binOf(lower[i]) === bin; i++) {
      const [score, rows] = [lower[i], positive.counts[i] + negative.counts[i]];
      positives += positive.counts[i];
      negatives += negative.counts[i];
      sum += rows * score;
      variance += rows * score * (1 - score);
    }
    if (positives + negatives > 0) {
      const entry = { from, to: lower[i - 1], positives, negatives, variance, firstBin: bin, lastBin: bin };
      groups.push({ first: bin, last: bin, entries: [{ ...entry, sum: [sum, sum] }] });
    }
  }
  return groups;
}

function entryOf(scores: BinaryScores, i: number): GroupEntry {
  const { lower, upper, exact, positive, negative } = scores;
  const [from, to] = [lower[i], exact ? lower[i] : upper[i]];
  const [positives, negatives] = [positive.counts[i], negative.counts[i]];
  const firstBin = binOf(from);
  // Its upper end belongs to it only if it is the last entry, or a single score.
  const reaches = binOf(to);
  const isOpen = to > from && i < lower.length - 1;
  const lastBin = isOpen && reaches > firstBin && to <= reaches / BINS ? reaches - 1 : reaches;
  const rows = positives + negatives;
  const told = sumOfSides(positive, negative, i);
  const sum = from === to ? rows * from : told;
  const mean = rows > 0 ? (sum ?? (rows * (from + to)) / 2) / rows : 0;
  return {
    from,
    to,
    positives,
    negatives,
    sum: sum === null ? [rows * from, rows * to] : [sum, sum],
    variance: rows * mean * (1 - mean),
    firstBin,
    lastBin,
  };
}

function sumOfSides(positive: BinaryScores['positive'], negative: BinaryScores['negative'], i: number): number | null {
  const of = ({ sums, counts }: BinaryScores['positive']) => (counts[i] === 0 ? 0 : sums?.[i]);
  const [a, b] = [of(positive), of(negative)];
  return a === undefined || b === undefined ? null : a + b;
}
