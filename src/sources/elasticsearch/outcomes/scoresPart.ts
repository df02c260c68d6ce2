import { nextDouble } from '../../../distribution/nextDouble';
import type { ScoreCounts, ScoreTable } from '../../../outcomes/ScoreTable';
import { below, type Bucket, bucketsOf, numberOf } from '../client/SearchAnswer';
import type { StoreField } from '../fields/StoreField';
import { askedRanges } from '../search/countAggs';
import { type ClassNames, classTerms } from './classNames';
import type { OutcomeFields } from './OutcomeFields';
import { type Aggs, Changed, namedBuckets, type OutcomePart, type PartAbout, type PartOutcomes } from './OutcomePart';

/** How the scores of a column are counted: one by one, where so many different ones are enough, or between edges. */
export type ScoreCounting =
  | { readonly kind: 'single'; readonly most: number; readonly expected: number }
  /** From 0 to 1; the last bucket holds 1. */
  | { readonly kind: 'edges'; readonly edges: Float64Array };

export interface ScoreColumn {
  readonly column: string;
  readonly field: StoreField;
  readonly counting: ScoreCounting;
}

/** Scores by actual class, and those of predictions that have no label yet. */
export function scoresPart(
  { column, field, counting }: ScoreColumn,
  at: number,
  { label }: Pick<OutcomeFields, 'label'>,
  known: unknown,
  { spell, labels }: ClassNames
): OutcomePart {
  const [KNOWN, OPEN] = [`known${at}`, `open${at}`];
  const counts = countAggs(field, counting);
  const inside = { filter: { range: { [field.counted]: { gte: 0, lte: 1 } } } };
  const buckets = counting.kind === 'single' ? counting.expected : counting.edges.length;
  return {
    aggs: {
      [KNOWN]: {
        filter: known,
        aggs: { labels: { ...classTerms(label), aggs: { inside: { ...inside, aggs: counts } } } },
      },
      [OPEN]: { filter: { bool: { must_not: [known], filter: [inside.filter] } }, aggs: counts },
    },
    weight: (labels.size + 1) * (buckets + 2) + 2,
    read,
  };

  function read(answer: Bucket, { isWeighted, several }: PartAbout): PartOutcomes {
    const sides: Side[] = namedBuckets(below(answer, KNOWN), 'labels', label).flatMap(([text, bucket]) => {
      const name = spell(text);
      return name === null ? [] : [{ name, ...sideOf({ doc_count: 0, ...below(bucket, 'inside') }) }];
    });
    const open = sideOf({ doc_count: 0, ...below(answer, OPEN) });
    if ([...sides, open].some(({ counted, documents }) => counted > documents)) {
      several(field);
    }
    const table =
      counting.kind === 'single' ? singleScores(sides, open) : bucketScores(sides, open, counting.edges, isWeighted);
    return { scores: new Map([[column, table]]) };
  }

  function sideOf(bucket: Bucket): Omit<Side, 'name'> {
    const entries =
      counting.kind === 'single' ? singleEntries(bucket, field) : rangeEntries(bucket, field, counting.edges);
    return {
      entries,
      documents: bucket.doc_count,
      counted: entries.reduce((sum, { count }) => sum + count, 0),
      ...squaresIn(bucket),
    };
  }
}

interface Entry {
  /** A score, or the place of a bucket. */
  readonly at: number;
  readonly count: number;
  readonly sum: number;
}

interface Side {
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly documents: number;
  readonly counted: number;
  /** Sum of the squares of all its scores. */
  readonly squares?: number;
}

function countAggs(field: StoreField, counting: ScoreCounting): Aggs {
  const own = { field: field.counted };
  if (counting.kind === 'single') {
    return { scores: { terms: { ...own, size: counting.most } } };
  }
  const ranges = askedRanges(counting.edges, field).map(({ from, to }) => ({ from, to }));
  return {
    range: { range: { ...own, ranges }, aggs: { total: { sum: own } } },
    stats: { extended_stats: own },
  };
}

/** Scores outside [0, 1] of documents that hold another one inside are left out. */
function singleEntries(bucket: Bucket, field: StoreField): Entry[] {
  const counts = new Map<number, number>();
  for (const [text, { doc_count: count }] of namedBuckets(bucket, 'scores', field)) {
    const score = Number(text) + 0;
    if (score >= 0 && score <= 1) {
      counts.set(score, (counts.get(score) ?? 0) + count);
    }
  }
  return [...counts].map(([at, count]) => ({ at, count, sum: at * count }));
}

function rangeEntries(bucket: Bucket, field: StoreField, edges: Float64Array): Entry[] {
  const asked = askedRanges(edges, field);
  const buckets = bucketsOf(bucket, 'range');
  if (buckets.length !== asked.length && bucket.doc_count > 0) {
    throw new Changed();
  }
  return buckets.map((one, i) => ({
    at: asked[i].bin,
    count: one.doc_count,
    sum: numberOf(below(one, 'total'), 'value') ?? 0,
  }));
}

function squaresIn(bucket: Bucket): { squares?: number } {
  const stats = below(bucket, 'stats');
  const [count, mean, deviation] = ['count', 'avg', 'std_deviation'].map((name) => numberOf(stats, name));
  return count === undefined || mean === undefined || deviation === undefined
    ? {}
    : { squares: count * (mean * mean + deviation * deviation) };
}

function singleScores(sides: readonly Side[], open: Omit<Side, 'name'>): ScoreTable {
  const all = [...sides, open].flatMap(({ entries }) => entries.map(({ at }) => at));
  const values = Float64Array.from(new Set(all)).sort();
  const places = new Map(Array.from(values, (value, i) => [value, i]));
  const countsOf = (entries: readonly Entry[]) => {
    const counts = new Float64Array(values.length);
    entries.forEach(({ at, count }) => (counts[places.get(at) ?? 0] += count));
    return counts;
  };
  const byClass = new Map<string, ScoreCounts>();
  for (const [name, parts] of byName(sides)) {
    byClass.set(name, { counts: countsOf(parts.flatMap(({ entries }) => entries)) });
  }
  return {
    ...{ lower: values, upper: values, byClass },
    ...(open.counted > 0 && { unlabelled: { counts: countsOf(open.entries) } }),
  };
}

function bucketScores(
  sides: readonly Side[],
  open: Omit<Side, 'name'>,
  edges: Float64Array,
  isWeighted: boolean
): ScoreTable {
  const { lower, upper } = bucketsBetween(edges);
  const countsOf = (parts: ReadonlyArray<Omit<Side, 'name'>>): ScoreCounts => {
    const [counts, sums] = [new Float64Array(lower.length), new Float64Array(lower.length)];
    for (const { at, count, sum } of parts.flatMap(({ entries }) => entries)) {
      counts[at] += count;
      // A field of single precision holds numbers a little beside those that were written.
      sums[at] += Math.min(count * upper[at], Math.max(count * lower[at], sum));
    }
    const squares = parts.reduce((sum, part) => sum + (part.squares ?? 0), 0);
    const total = { sum: sums.reduce((sum, one) => sum + one, 0), squares };
    return { counts, ...(!isWeighted && { sums, total }) };
  };
  return {
    ...{ lower, upper },
    byClass: new Map([...byName(sides)].map(([name, parts]) => [name, countsOf(parts)])),
    ...(open.counted > 0 && { unlabelled: countsOf([open]) }),
  };
}

/** Texts that mean one class, such as true and 1, are one side. */
function byName(sides: readonly Side[]): Map<string, Side[]> {
  const found = new Map<string, Side[]>();
  sides.forEach((side) => found.set(side.name, [...(found.get(side.name) ?? []), side]));
  return found;
}

const tables = new WeakMap<Float64Array, Pick<ScoreTable, 'lower' | 'upper'>>();

/** The same arrays for all cells, so that adding them up is plain. A bucket of one double holds that score. */
function bucketsBetween(edges: Float64Array): Pick<ScoreTable, 'lower' | 'upper'> {
  const known = tables.get(edges);
  if (known !== undefined) {
    return known;
  }
  const lower = edges.slice(0, -1);
  const upper = edges.slice(1).map((edge, i) => (edge === nextDouble(lower[i]) ? lower[i] : Math.min(1, edge)));
  const made = { lower, upper };
  tables.set(edges, made);
  return made;
}
