import { numberOfValues } from '../distribution/numberOfValues';
import type { Decision } from '../query/decision';
import type {
  DistributionCell,
  DistributionSet,
  FrozenShape,
  Stretch,
  TypedFeature,
  ValuesWithin,
} from '../sources/Source';
import { Cells } from './cells';
import type { Sides } from './compare';
import { finerEdges } from './finerEdges';
import { type OpenBuckets, openBuckets } from './openBuckets';
import type { WindowedVerdict } from './Result';
import { withSameRepeats } from './withRepeats';

/** Rounds after which what is left undecided stays so. */
const MOST_ROUNDS = 6;
/** From this round on the values themselves are asked for wherever something is open: many equal ones can't be cut apart. */
const LISTED_FROM = 3;
/** Numbers of fewer of the values hide little in a bucket: that is cut apart without them. */
const LEAST_SHARE = 0.001;
/** Times that all is counted anew because the data changed meanwhile. */
const MOST_RESTARTS = 2;

type CountAgain = (features: readonly TypedFeature[], edges: ReadonlyMap<string, FrozenShape>) => Promise<Cells>;

export interface Refinable {
  /** Counts features anew between the edges given. */
  readonly baseline: CountAgain;
  readonly current: CountAgain;
  /** The most frequent values of features that lie in stretches, on either side. */
  readonly values: (
    features: readonly TypedFeature[],
    stretches: ReadonlyMap<string, readonly Stretch[]>
  ) => Promise<ValuesWithin>;
  /** Counts everything anew, as at first. */
  readonly restart: () => Promise<Sides>;
  /** Provisional verdicts tell which buckets to narrow: exact p-values would be computed anew in every round. */
  readonly judge: (sides: Sides, isProvisional: boolean) => WindowedVerdict[];
  readonly decision: Decision;
  /** Milliseconds since the epoch: a window that ends later may still grow. */
  readonly now: number;
}

export interface Refined {
  readonly verdicts: WindowedVerdict[];
  readonly notices: readonly string[];
}

/**
 * Counts again, with narrower buckets where they matter, what the buckets leave undecided: until all is decided or the
 * rounds are over. Only windows that have ended; what changes in the store all the same starts it again, since counts of
 * two moments don't go together, and in the end leaves the buckets wide.
 */
export async function refine(sides: Sides, refinable: Refinable): Promise<Refined> {
  let latest = sides;
  for (let restarts = 0; ; restarts++) {
    const refined = await refineOnce(latest, refinable);
    if (refined !== null) {
      const again = restarts === 0 ? [] : ['Data came in while buckets were narrowed: all was counted again.'];
      return { ...refined, notices: [...refined.notices, ...again] };
    }
    if (restarts === MOST_RESTARTS) {
      const notice = 'Data kept coming in while buckets were narrowed: they are left wide.';
      return { verdicts: refinable.judge(latest, false), notices: [notice] };
    }
    latest = await refinable.restart();
  }
}

/** Null where the data changed between two rounds. */
async function refineOnce(sides: Sides, refinable: Refinable): Promise<Refined | null> {
  const { baseline, current, judge, decision, now } = refinable;
  const isClosed = ({ window, baselineWindow }: WindowedVerdict) =>
    [window, baselineWindow].every((one) => one === null || one.to <= now);
  const isClosedBefore = closedIn(sides.baselineSide.windows, now);
  const isClosedAfter = closedIn(sides.windows, now);
  let latest = sides;
  let verdicts = judge(sides, true);
  let isProvisional = true;
  const rounds = new Map<string, number>();
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    let open = openBuckets(verdicts.filter(isClosed), decision);
    if (open.size === 0 && isProvisional) {
      // The exact p-values may leave something open that the limit had decided.
      verdicts = judge(latest, false);
      isProvisional = false;
      open = openBuckets(verdicts.filter(isClosed), decision);
    }
    const edges = finerEdges(open, await valuesOf(open, round, latest, refinable));
    const features = latest.features.filter(({ name }) => edges.has(name));
    if (features.length === 0) {
      break;
    }
    const shapes = new Map(
      [...edges].map(([name, one]): [string, FrozenShape] => [name, { kind: 'edges', edges: one }])
    );
    const [before, after] = await Promise.all([baseline(features, shapes), current(features, shapes)]);
    const narrowedBefore = replaced(latest.baseline, before, features, isClosedBefore);
    const narrowedAfter = replaced(latest.current, after, features, isClosedAfter);
    if (narrowedBefore === null || narrowedAfter === null) {
      return null;
    }
    latest = { ...latest, baseline: narrowedBefore, current: narrowedAfter };
    verdicts = judge(latest, isProvisional);
    features.forEach(({ name }) => rounds.set(name, round));
  }
  const final = isProvisional ? judge(latest, false) : verdicts;
  return { verdicts: final, notices: noticesOf(rounds, final) };
}

/**
 * The values where something hangs on how they are tied, and late also where cutting has not parted them; those that the
 * distributions list anyhow at once, and without asking.
 */
async function valuesOf(
  open: ReadonlyMap<string, OpenBuckets>,
  round: number,
  sides: Sides,
  { values }: Refinable
): Promise<ValuesWithin | undefined> {
  const known = listedWithin(open, sides);
  const stretches = new Map(
    [...open]
      .map(([name, { shifts, ties }]) => {
        const isAsked = round >= LISTED_FROM && !known.has(name);
        return [name, isAsked ? [...ties, ...shifts] : ties] as const;
      })
      .filter(([, wanted]) => wanted.length > 0)
  );
  const asked =
    stretches.size === 0
      ? undefined
      : await values(
          sides.features.filter(({ name }) => stretches.has(name)),
          stretches
        );
  return known.size === 0
    ? asked
    : new Map([
        ...(asked ?? []),
        ...[...known].map(([name, own]) => [name, [...(asked?.get(name) ?? []), ...own]] as const),
      ]);
}

/** The frequent numbers that distributions list, in the stretches of features in which a shift could hide. */
function listedWithin(open: ReadonlyMap<string, OpenBuckets>, { baseline, current }: Sides): Map<string, number[]> {
  const found = new Map<string, Set<number>>();
  for (const { feature, distribution } of [...baseline.set.cells, ...current.set.cells]) {
    const shifts = open.get(feature)?.shifts ?? [];
    if (distribution.kind === 'histogram' && distribution.repeats !== undefined && shifts.length > 0) {
      const least = LEAST_SHARE * numberOfValues(distribution);
      for (const [value, { low }] of distribution.repeats.values) {
        if (low >= least && shifts.some(({ from, to }) => value >= from && value < to)) {
          found.set(feature, (found.get(feature) ?? new Set<number>()).add(value));
        }
      }
    }
  }
  return new Map([...found].map(([name, own]) => [name, [...own]]));
}

/** A selection without a time has no end that could lie ahead: its totals alone tell that it changed. */
function closedIn(windows: Sides['windows'], now: number): (cell: DistributionCell) => boolean {
  return ({ window }) => {
    const range = windows[window];
    return range === undefined || range === null || range.to <= now;
  };
}

/** The cells of closed windows with their narrower buckets in place of the wide ones; null where totals differ. */
function replaced(
  { set }: Cells,
  { set: fresh }: Cells,
  features: readonly TypedFeature[],
  isClosed: (cell: DistributionCell) => boolean
): Cells | null {
  const names = new Set(features.map(({ name }) => name));
  const isNarrowed = (cell: DistributionCell) => names.has(cell.feature) && isClosed(cell);
  const narrowed = fresh.cells.filter(isNarrowed);
  return haveSameTotals(set.cells.filter(isNarrowed), narrowed)
    ? withSameRepeats(
        { set },
        new Cells({ ...set, cells: [...set.cells.filter((cell) => !isNarrowed(cell)), ...narrowed] })
      )
    : null;
}

function haveSameTotals(known: DistributionSet['cells'], fresh: DistributionSet['cells']): boolean {
  const key = ({ window, segment, feature, distribution: { counts } }: DistributionCell) =>
    JSON.stringify([window, segment, feature, counts]);
  const seen = new Set(known.map(key));
  return known.length === fresh.length && fresh.every((cell) => seen.has(key(cell)));
}

/** Which features took how many rounds, and how closely their effect is known now. */
function noticesOf(rounds: ReadonlyMap<string, number>, verdicts: readonly WindowedVerdict[]): string[] {
  if (rounds.size === 0) {
    return [];
  }
  const features = [...rounds].map(([name, count]) => {
    const widths = verdicts.filter(({ comparison }) => comparison.feature === name).map(widthOf);
    const width = Math.max(...widths);
    const known = Number.isFinite(width)
      ? `, ${width === 0 ? 'exact' : `known to within ${width.toPrecision(2)}`}`
      : '';
    return `${name} (${count} ${count === 1 ? 'round' : 'rounds'}${known})`;
  });
  return [`Counted again with narrower buckets, to decide: ${features.join(', ')}.`];
}

function widthOf({ effect, gates = [] }: WindowedVerdict): number {
  // A single number is judged by how often it occurs, which is counted and not estimated.
  if (effect === 'value_share') {
    return 0;
  }
  const { low = null, high = null } = gates.find((gate) => gate.effect === effect) ?? {};
  return low === null || high === null ? -Infinity : high - low;
}
