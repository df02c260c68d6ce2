import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { type Aggregation, below, bucketsOf, numberOf } from '../client/SearchAnswer';
import { asWritten } from '../fields/precision';
import { FEW_SCORES, type Looked, type LookedAt } from './look';
import type { OutcomeFields } from './OutcomeFields';
import type { Aggs } from './OutcomePart';
import { scoreEdges, withinOne } from './scoreEdges';
import type { ScoreColumn } from './scoresPart';

/** Listed, to see that there are no more than few. */
const LISTED = FEW_SCORES + 1;
/** The store estimates how many there are, and may be wrong by as much. */
const GUESSED = 1.1;
const USUALLY_MORE = 4;
/** Buckets that all segments of all days may have together … */
const MOST_BUCKETS = 400_000;
/** … where scores are counted one by one; else about … */
const USUAL_BUCKETS = 80_000;
/** … with so many of each segment of a day. */
const [LEAST_EDGES, MOST_EDGES] = [50, 400];

export interface ScoreQuestion {
  readonly cuts: readonly number[];
  readonly edges?: ReadonlyMap<string, Float64Array>;
  /** Days times segments. */
  readonly cells: number;
}

/** How the scores of each column are counted: one by one where that is not too much, else between edges. */
export async function scoreColumns(
  client: ElasticsearchClient,
  asked: LookedAt,
  fields: OutcomeFields,
  looked: Looked,
  { cuts, edges, cells }: ScoreQuestion,
  options: RequestOptions
): Promise<ScoreColumn[]> {
  const { scores } = fields;
  if (scores.length === 0) {
    return [];
  }
  const sides = 1 + (looked.classes?.labels.size ?? 0);
  const half = Math.min(MOST_EDGES, Math.max(LEAST_EDGES, Math.floor(USUAL_BUCKETS / (cells * sides)))) >> 1;
  const isFew = scores.map(({ column }) => {
    const different = looked.scores.get(column)?.different ?? Infinity;
    return different <= FEW_SCORES * GUESSED && Math.min(different * cells * sides, looked.documents) <= MOST_BUCKETS;
  });
  const aggs = scores.map(({ column }, i): Aggs => {
    const given = edges?.get(column);
    return isFew[i] ? listAggs(fields, i) : given === undefined ? placeAggs(fields, looked, i, half) : {};
  });
  const wanted = Object.assign({}, ...aggs) as Aggs;
  const answer = Object.keys(wanted).length === 0 ? {} : await ask();
  const wrong = scores.find((_, i) => isFew[i] && listedIn(below(answer, `list${i}`)) === null);
  if (wrong !== undefined) {
    // More than was estimated.
    const more = new Map([
      ...looked.scores,
      [wrong.column, { ...looked.scores.get(wrong.column), different: Infinity }],
    ]);
    return scoreColumns(client, asked, fields, { ...looked, scores: more }, { cuts, edges, cells }, options);
  }
  return scores.map(({ column, field }, i): ScoreColumn => {
    const given = edges?.get(column);
    if (isFew[i]) {
      const found = (listedIn(below(answer, `list${i}`)) ?? LISTED) + 1;
      // A segment of a day has no more scores than documents, of which some have more than others.
      const usual = Math.ceil((USUALLY_MORE * looked.documents) / cells / sides);
      return { column, field, counting: { kind: 'single', most: LISTED, expected: Math.min(found, usual) } };
    }
    const placed = given === undefined ? placedIn(answer, fields, i, cuts) : withinOne([...given, ...cuts]);
    return { column, field, counting: { kind: 'edges', edges: placed } };
  });

  async function ask(): Promise<Aggregation> {
    const { index, query, documents } = asked;
    const [found] = await client.search({ index, query }, [{ query: documents, aggs: wanted }], options);
    if (found instanceof SourceError) {
      throw found;
    }
    return found.aggregations;
  }
}

function listAggs({ scores }: OutcomeFields, at: number): Aggs {
  const { counted: field } = scores[at].field;
  return {
    [`list${at}`]: {
      filter: { range: { [field]: { gte: 0, lte: 1 } } },
      aggs: { scores: { terms: { field, size: LISTED } } },
    },
  };
}

/** How many there are; null where not all are listed. */
function listedIn(answer: Aggregation): number | null {
  const count = bucketsOf(answer, 'scores').length;
  return count < LISTED && (numberOf(below(answer, 'scores'), 'sum_other_doc_count') ?? 0) === 0 ? count : null;
}

function placeAggs({ scores, label }: OutcomeFields, looked: Looked, at: number, half: number): Aggs {
  const { column, field } = scores[at];
  const own = { field: field.counted };
  const percents = Array.from({ length: half - 1 }, (_, i) => ((i + 1) * 100) / half);
  const inside = { range: { [field.counted]: { gte: 0, lte: 1 } } };
  const quantiles = { quantiles: { percentiles: { ...own, percents, keyed: false } } };
  const highest = looked.scores.get(column)?.highest;
  return {
    [`places${at}`]: { filter: inside, aggs: { ...quantiles, least: { min: own }, most: { max: own } } },
    ...(highest !== undefined && {
      [`ofClass${at}`]: {
        filter: { bool: { filter: [inside, { terms: { [label.counted]: [highest] } }] } },
        aggs: quantiles,
      },
    }),
  };
}

function placedIn(answer: Aggregation, { scores }: OutcomeFields, at: number, cuts: readonly number[]): Float64Array {
  const { precision } = scores[at].field;
  const places = below(answer, `places${at}`);
  const [minimum, maximum] = ['least', 'most'].map((name) => numberOf(below(places, name), 'value'));
  if (minimum === undefined || maximum === undefined) {
    return withinOne(cuts);
  }
  const quantilesOf = (from: Aggregation) => {
    const { values } = below(from, 'quantiles');
    return (Array.isArray(values) ? (values as Aggregation[]) : []).flatMap((one) => {
      const value = numberOf(one, 'value');
      return value === undefined ? [] : [asWritten(value, precision)];
    });
  };
  return scoreEdges(
    {
      minimum: asWritten(minimum, precision),
      maximum: asWritten(maximum, precision),
      quantiles: quantilesOf(places),
      ofClass: quantilesOf(below(answer, `ofClass${at}`)),
    },
    cuts
  );
}
