import type { DistributionSet, FrozenShape, TypedFeature } from '../sources/Source';
import { Cells } from './cells';
import type { Sides } from './compare';
import { finerEdges } from './finerEdges';
import type { WindowedVerdict } from './Result';

/** Rounds after which what is left undecided stays so. */
const MOST_ROUNDS = 4;

export interface Refinable {
  /** Counts features anew between the edges given. */
  readonly baseline: (features: readonly TypedFeature[], edges: ReadonlyMap<string, FrozenShape>) => Promise<Cells>;
  readonly current: (features: readonly TypedFeature[], edges: ReadonlyMap<string, FrozenShape>) => Promise<Cells>;
  readonly judge: (sides: Sides) => WindowedVerdict[];
}

export interface Refined {
  readonly verdicts: WindowedVerdict[];
  readonly notices: readonly string[];
}

/**
 * Counts again, with narrower buckets where they matter, what the buckets leave undecided: until all is decided or the
 * rounds are over. What changes in the store meanwhile ends it, since counts of two moments don't go together.
 */
export async function refine(sides: Sides, { baseline, current, judge }: Refinable): Promise<Refined> {
  let latest = sides;
  let verdicts = judge(sides);
  const narrowed = new Map<string, number>();
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const edges = finerEdges(verdicts);
    const features = latest.features.filter(({ name }) => edges.has(name));
    if (features.length === 0) {
      break;
    }
    const shapes = new Map(
      [...edges].map(([name, one]): [string, FrozenShape] => [name, { kind: 'edges', edges: one }])
    );
    const [before, after] = await Promise.all([baseline(features, shapes), current(features, shapes)]);
    if (!haveSameTotals(latest.baseline.set, before.set) || !haveSameTotals(latest.current.set, after.set)) {
      return {
        verdicts,
        notices: [...noticesOf(narrowed), 'Data came in while buckets were narrowed: some are left wide.'],
      };
    }
    latest = { ...latest, baseline: replaced(latest.baseline, before), current: replaced(latest.current, after) };
    verdicts = judge(latest);
    features.forEach(({ name }) => narrowed.set(name, round));
  }
  return { verdicts, notices: noticesOf(narrowed) };
}

function haveSameTotals(known: DistributionSet, fresh: DistributionSet): boolean {
  const features = new Set(fresh.cells.map(({ feature }) => feature));
  const total = ({ cells }: DistributionSet) =>
    cells.reduce((sum, { feature, distribution }) => sum + (features.has(feature) ? distribution.counts.total : 0), 0);
  return fresh.cells.length > 0 && total(known) === total(fresh);
}

function replaced({ set }: Cells, { set: fresh }: Cells): Cells {
  const features = new Set(fresh.cells.map(({ feature }) => feature));
  return new Cells({ ...set, cells: [...set.cells.filter(({ feature }) => !features.has(feature)), ...fresh.cells] });
}

function noticesOf(narrowed: ReadonlyMap<string, number>): string[] {
  const features = [...narrowed].map(([name, rounds]) => `${name} (${rounds} ${rounds === 1 ? 'round' : 'rounds'})`);
  return features.length === 0 ? [] : [`Counted again with narrower buckets, to decide: ${features.join(', ')}.`];
}
