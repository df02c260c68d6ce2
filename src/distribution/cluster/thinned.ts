import type { Categories, Samples } from '../Distribution';

/** The same distribution as that of fewer values: every so many'th of those in order, or a share of each count. */
export function thinned<T extends Samples | Categories>(distribution: T, share: number): T {
  const counts = Object.fromEntries(
    Object.entries(distribution.counts).map(([name, count]) => [name, Math.round(Number(count) * share)])
  ) as unknown as T['counts'];
  if (distribution.kind === 'categories') {
    const byCategory = new Map([...distribution.byCategory].map(([name, count]) => [name, Math.round(count * share)]));
    return { ...distribution, counts, byCategory, rest: Math.round(distribution.rest * share) };
  }
  const { sorted } = distribution;
  const size = Math.max(Math.min(1, sorted.length), Math.round(sorted.length * share));
  const taken = Float64Array.from({ length: size }, (_, i) => sorted[Math.floor(((i + 0.5) * sorted.length) / size)]);
  return { ...distribution, counts, sorted: taken, clustered: true };
}
