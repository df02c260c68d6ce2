import type { CdfKnots } from '../../distribution/cdf/cdfKnots';
import { compareCuts } from './knotDistances';

/** Counts of both between the cuts at which both distribution functions are known. Empty buckets are left out. */
export function bucketCounts(
  f: CdfKnots,
  g: CdfKnots,
  n: number,
  m: number
): { baseline: Float64Array; current: Float64Array } {
  const baseline: number[] = [];
  const current: number[] = [];
  let beforeF = 0;
  let beforeG = 0;
  const close = (shareF: number, shareG: number) => {
    const upToF = Math.round(shareF * n);
    const upToG = Math.round(shareG * m);
    if (upToF > beforeF || upToG > beforeG) {
      baseline.push(upToF - beforeF);
      current.push(upToG - beforeG);
      beforeF = upToF;
      beforeG = upToG;
    }
  };
  let i = 0;
  let j = 0;
  while (i < f.x.length || j < g.x.length) {
    const order = i >= f.x.length ? 1 : j >= g.x.length ? -1 : compareCuts(f, i, g, j);
    const shareF = knownShare(f, i, order <= 0);
    const shareG = knownShare(g, j, order >= 0);
    if (shareF !== null && shareG !== null) {
      close(shareF, shareG);
    }
    i += order <= 0 ? 1 : 0;
    j += order >= 0 ? 1 : 0;
  }
  close(1, 1);
  return { baseline: Float64Array.from(baseline), current: Float64Array.from(current) };
}

/** The share before a cut: at a knot, or between two knots of equal share, where it is the same. */
function knownShare({ share }: CdfKnots, next: number, isKnot: boolean): number | null {
  const after = next < share.length ? share[next] : 1;
  const before = next === 0 ? 0 : share[next - 1];
  return isKnot || before === after ? after : null;
}
