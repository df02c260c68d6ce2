import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient, Search } from '../client/ElasticsearchClient';
import { type Aggregation, below, bucketsOf, numberOf } from '../client/SearchAnswer';
import { nameOf } from '../fields/nameOf';
import { type ClassNames, classNames, classTerms } from './classNames';
import type { OutcomeFields } from './OutcomeFields';
import { ruleNames, type RuleNames, RULES } from './besidePart';
import type { Aggs } from './OutcomePart';
import { momentsIn, type Moments, productAggs, type Products } from './productAggs';

/** With at most so many different scores, each is counted by itself. */
export const FEW_SCORES = 2000;
/** The store estimates how many there are: more than it may be wrong by. */
const PRECISION = 3000;

export interface LookedAt {
  readonly index: string;
  readonly query?: string;
  /** What the documents must match. */
  readonly documents: unknown;
  /** The same, whatever their time. */
  readonly everything: unknown;
}

/** What is known of all documents together before they are counted by day. */
export interface Looked {
  readonly documents: number;
  /** Segments there are at most. */
  readonly segments: number;
  readonly classes: ClassNames | null;
  /** Where classes are compared with those of a simple rule. */
  readonly rule: RuleNames | null;
  /** About how many different scores a column has, and the class for which they are highest. */
  readonly scores: ReadonlyMap<string, { readonly different: number; readonly highest?: string }>;
  readonly numbers: { readonly products: Products; readonly moments: Moments | null } | null;
  /** The latest time of a prediction or of a label, in milliseconds. */
  readonly latest: number | null;
  /** Milliseconds from predictions to their labels, on average. */
  readonly delay: number | null;
}

/** One request about all documents. */
export async function look(
  client: ElasticsearchClient,
  asked: LookedAt,
  fields: OutcomeFields,
  timeField: string | undefined,
  options: RequestOptions
): Promise<Looked> {
  const [answer, whole, products] = await ask(client, asked, fields, timeField, options);
  const { task, label, prediction, scores, segments } = fields;
  const isClasses = task === 'classification';
  const documents = numberOf(below(answer, 'all'), 'doc_count') ?? 0;
  const product = segments.reduce((all, _, i) => all * (1 + (numberOf(below(answer, `segment${i}`), 'value') ?? 1)), 1);
  const pair = { actual: label.counted, predicted: (prediction ?? label).counted };
  const times = ['latest', 'latestLabel'].flatMap((name) => numberOf(below(whole, name), 'value') ?? []);
  const predictions = below(answer, 'timed');
  const mean = (name: string) => numberOf(below(predictions, name), 'value');
  const [from, to] = [mean('from'), mean('to')];
  const classes = isClasses
    ? classNames(answer, { prediction, label }, { place: client.place, index: asked.index })
    : null;
  const { naive } = fields.forecasts;
  return {
    documents,
    // A document has one of each: there are no more combinations than documents.
    segments: Math.min(product, Math.max(1, documents)),
    ...{ classes, rule: classes !== null && naive !== undefined ? ruleNames(answer, naive, classes) : null },
    scores: new Map(
      scores.map(({ column }, i) => [
        column,
        {
          different: numberOf(below(below(answer, `inside${i}`), 'different'), 'value') ?? 0,
          highest: highestIn(answer, fields, i),
        },
      ])
    ),
    numbers: isClasses ? null : { products, moments: momentsIn(below(answer, 'both'), pair, products) },
    latest: times.length === 0 ? null : Math.max(...times),
    delay: from === undefined || to === undefined ? null : to - from,
  };
}

async function ask(
  client: ElasticsearchClient,
  { index, query, documents, everything }: LookedAt,
  fields: OutcomeFields,
  timeField: string | undefined,
  options: RequestOptions
): Promise<[Aggregation, Aggregation, Products]> {
  const searches = (products: Products): Search[] => [
    { query: documents, aggs: lookAggs(fields, timeField, products) },
    { query: everything, aggs: latestAggs(fields, timeField) },
  ];
  const first = fields.task === 'regression' ? 'matrix' : 'weighted';
  const answer = await client.search({ index, query }, searches(first), options).catch((error: unknown) => {
    // Builds without the module can't even read the search.
    if (first === 'matrix' && error instanceof SourceError && error.options.status === 400) {
      return null;
    }
    throw error;
  });
  const found = answer ?? (await client.search({ index, query }, searches('weighted'), options));
  const [all, whole] = found.map((one) => {
    if (one instanceof SourceError) {
      throw one;
    }
    return one.aggregations;
  });
  return [all, whole, answer === null ? 'weighted' : first];
}

function latestAggs({ labelTime }: OutcomeFields, timeField: string | undefined): Aggs {
  return {
    ...(timeField !== undefined && { latest: { max: { field: timeField } } }),
    ...(labelTime !== undefined && { latestLabel: { max: { field: labelTime.counted } } }),
  };
}

function lookAggs(fields: OutcomeFields, timeField: string | undefined, products: Products): Aggs {
  const { task, label, labelTime, prediction, scores, segments } = fields;
  const both = prediction === undefined ? [] : [prediction, label].map(({ counted: field }) => ({ exists: { field } }));
  const isTimed = timeField !== undefined && labelTime !== undefined;
  return {
    all: { filter: { match_all: {} } },
    ...named(segments, (field, i) => ({ [`segment${i}`]: { cardinality: { field: field.counted } } })),
    ...(isTimed && {
      timed: {
        filter: { bool: { filter: [timeField, labelTime.counted].map((field) => ({ exists: { field } })) } },
        aggs: { from: { avg: { field: timeField } }, to: { avg: { field: labelTime.counted } } },
      },
    }),
    ...(task === 'classification'
      ? {
          ...(prediction !== undefined && { predictions: classTerms(prediction) }),
          ...(fields.forecasts.naive !== undefined && { [RULES]: classTerms(fields.forecasts.naive) }),
          labels: {
            ...classTerms(label),
            aggs: named(scores, ({ field }, i) => ({ [`mean${i}`]: { avg: { field: field.counted } } })),
          },
          ...named(scores, ({ field }, i) => ({
            [`inside${i}`]: {
              filter: { range: { [field.counted]: { gte: 0, lte: 1 } } },
              aggs: { different: { cardinality: { field: field.counted, precision_threshold: PRECISION } } },
            },
          })),
        }
      : {
          both: {
            filter: { bool: { filter: both } },
            aggs: productAggs({ actual: label.counted, predicted: (prediction ?? label).counted }, products),
          },
        }),
  };
}

function named<T>(all: readonly T[], aggs: (one: T, at: number) => Aggs): Aggs {
  return Object.assign({}, ...all.map(aggs)) as Aggs;
}

/** The label with the highest scores: that which a column speaks for, where its model is any good. */
function highestIn(answer: Aggregation, { label }: OutcomeFields, at: number): string | undefined {
  const means = bucketsOf(answer, 'labels').flatMap((bucket) => {
    const mean = numberOf(below(bucket, `mean${at}`), 'value');
    return mean === undefined ? [] : [{ text: nameOf(bucket, label), mean }];
  });
  return means.sort((a, b) => b.mean - a.mean)[0]?.text;
}
