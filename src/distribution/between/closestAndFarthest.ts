import type { Histogram } from '../Distribution';
import { numberOfValues } from '../numberOfValues';
import type { Between } from './Between';

export type HistogramPair = readonly [Histogram, Histogram];

/** Of two distributions that are known within limits. */
export interface Extremes {
  /** As close to one another as they may be: at each edge the distance of the two shares is the smallest there can be. */
  readonly closest: HistogramPair;
  /** As far apart as they may be, the one way and the other. */
  readonly farthest: readonly [HistogramPair, HistogramPair];
}

/** Counts are rounded: a smaller difference is none. */
const ROUNDING = 1;

/** Null where no edge is left at which both are known, within limits or exactly, and both have values. */
export function closestAndFarthest(a: Between, b: Between): Extremes | null {
  const [ofA, ofB] = [new Limits(a), new Limits(b)];
  const edgesA = ofA.edges.filter((edge) => ofA.isExact(edge) || ofB.has(edge));
  const edgesB = ofB.edges.filter((edge) => ofB.isExact(edge) || ofA.has(edge));
  if (!edgesA.some((edge) => ofB.has(edge)) || ofA.total === 0 || ofB.total === 0) {
    return null;
  }
  /** Halfway between the two, where they don't overlap; else a share that both may have. */
  const common = (edge: number) =>
    (Math.max(ofA.least(edge), ofB.least(edge)) + Math.min(ofA.most(edge), ofB.most(edge))) / 2;
  const close = (own: Limits, other: Limits) => (edge: number) =>
    other.has(edge) ? Math.min(own.most(edge), Math.max(own.least(edge), common(edge))) : own.least(edge);
  return {
    closest: [ofA.histogram(edgesA, close(ofA, ofB)), ofB.histogram(edgesB, close(ofB, ofA))],
    farthest: [
      [ofA.histogram(edgesA, (edge) => ofA.least(edge)), ofB.histogram(edgesB, (edge) => ofB.most(edge))],
      [ofA.histogram(edgesA, (edge) => ofA.most(edge)), ofB.histogram(edgesB, (edge) => ofB.least(edge))],
    ],
  };
}

/** The shares of values at or below each inner edge. */
class Limits {
  readonly total: number;
  readonly edges: readonly number[];
  private readonly shares: ReadonlyMap<number, { readonly least: number; readonly most: number }>;

  constructor(private readonly of: Between) {
    this.total = numberOfValues(of.least);
    this.edges = [...of.least.edges.subarray(1, -1)];
    const [least, most] = [sharesOf(of.least, this.total), sharesOf(of.most, this.total)];
    this.shares = new Map(this.edges.map((edge, i) => [edge, { least: least[i], most: Math.max(least[i], most[i]) }]));
  }

  has(edge: number): boolean {
    return this.shares.has(edge);
  }

  isExact(edge: number): boolean {
    return this.most(edge) - this.least(edge) <= ROUNDING / this.total;
  }

  least(edge: number): number {
    return this.shares.get(edge)?.least ?? NaN;
  }

  most(edge: number): number {
    return this.shares.get(edge)?.most ?? NaN;
  }

  /** One that has so large a share at or below each of the edges, in whole numbers. */
  histogram(inner: readonly number[], share: (edge: number) => number): Histogram {
    const { edges, ...known } = this.of.least;
    const upTo = [...inner.map((edge) => Math.round(share(edge) * this.total)), this.total];
    const bins = upTo.map((count, i) => Math.max(0, count - (i === 0 ? 0 : upTo[i - 1])));
    const all = Float64Array.from([edges[0], ...inner, edges[edges.length - 1]]);
    return { ...known, edges: all, bins: Float64Array.from(bins) };
  }
}

function sharesOf({ bins }: Histogram, total: number): number[] {
  let before = 0;
  return Array.from(bins.subarray(0, -1), (count) => (before += count) / total);
}
