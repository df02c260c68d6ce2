import type { TimeRange } from '../../../query/time';
import { type Notice, warning } from '../../Notice';
import type { LabelFindings } from '../../OutcomesRequest';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient, Search } from '../client/ElasticsearchClient';
import { type Aggregation, below, bucketsOf, numberOf } from '../client/SearchAnswer';
import { asWritten } from '../fields/precision';
import type { StoreField } from '../fields/StoreField';
import { hasValue } from '../search/valueOf';
import { earliestAggs, earlyLabels, MS_AN_HOUR, stepOf } from './earlyLabels';
import type { LookedAt } from './look';
import { type FieldsOfRows, type MissingTexts, presentQuery } from './Known';
import type { Aggs } from './OutcomePart';
import { mistypedIn, unkeptIn, unkeptSearch } from './unkeptLabels';

export interface OddQuestion {
  readonly timeField?: string;
  /** From the first prediction to the end of the last window. */
  readonly range: TimeRange | null;
  /** Undefined where labels are documents of their own. */
  readonly known?: unknown;
  readonly counted: unknown;
  readonly missing: MissingTexts;
}

/** Keys that occur more than once are listed, the most frequent first. */
const MOST_KEYS = 10_000;

/** Counts what is odd about predictions and labels in one request. Sentences for people tell what the counts leave open. */
export async function findOddLabels(
  client: ElasticsearchClient,
  asked: LookedAt,
  fields: FieldsOfRows,
  question: OddQuestion,
  options: RequestOptions
): Promise<{ readonly findings: LabelFindings; readonly notices: readonly Notice[] }> {
  const { index, query, documents } = asked;
  const { prediction, label, labelTime, key } = fields;
  const unread = [label, prediction, ...fields.scores.map(({ field }) => field)].filter((one) => one !== undefined);
  const searches: Search[] = [
    { query: documents, aggs: oddAggs(fields, question) },
    ...unread.map((field) => unkeptSearch(field, documents)),
  ];
  const answers = (await client.search({ index, query }, searches, options)).map((answer) => {
    if (answer instanceof SourceError) {
      throw answer;
    }
    return answer;
  });
  const { aggregations } = answers[0];
  const count = (name: string) => numberOf(below(aggregations, name), 'doc_count') ?? 0;
  const [orphans, undated] = [count('orphans'), count('undated')];
  const early = await earlyLabels(client, asked, fields, question, below(aggregations, 'early'), options);
  const repeated = repeatedIn(aggregations);
  return {
    findings: {
      ...(orphans > 0 && { withoutPrediction: orphans }),
      ...(early > 0 && { beforePrediction: early }),
      ...outsideIn(aggregations, fields),
      ...mistypedIn(answers.slice(1), unread),
      ...missingIn(aggregations, fields),
    },
    notices: [
      ...(early > 0
        ? [
            `Labels before their prediction are told by the ${stepOf(question.range) === MS_AN_HOUR ? 'hour' : 'day'}: those of the same one are not among the ${early.toLocaleString('en-US')}.`,
          ]
        : []),
      ...unkeptIn(answers.slice(1), unread),
      ...(undated > 0
        ? [
            `${undated.toLocaleString('en-US')} ${undated === 1 ? 'label has' : 'labels have'} no "${labelTime?.name ?? ''}" and ${undated === 1 ? 'counts' : 'count'} as known from the start.`,
          ]
        : []),
      ...(repeated.rows > 0
        ? [
            warning(
              `${repeated.isAll ? '' : 'At least '}${repeated.rows.toLocaleString('en-US')} documents share their "${key?.name ?? ''}" with another, and each counts. Name the index of the labels in "label.index", and the latest prediction of each key counts alone.`
            ),
          ]
        : []),
    ],
  };
}

function oddAggs(fields: FieldsOfRows, question: OddQuestion): Aggs {
  const { prediction, scores, key } = fields;
  const { counted, missing } = question;
  const present = prediction && presentQuery(prediction, missing.predictions);
  return {
    ...(present && { noPrediction: { filter: { bool: { must_not: [present] } } } }),
    ...Object.assign({}, ...scores.map(({ field }, i) => scoreAggs(field, i))),
    ...(question.known !== undefined && labelAggs(fields, question)),
    ...(key !== undefined && {
      repeated: {
        filter: counted,
        aggs: { keys: { terms: { field: key.counted, size: MOST_KEYS, min_doc_count: 2 } } },
      },
    }),
  };
}

/** Of labels in the documents of predictions. */
function labelAggs(
  { task, prediction, labelTime }: FieldsOfRows,
  { timeField, range, known, counted }: OddQuestion
): Aggs {
  // Forecasts whose label can't be read don't count either, and have a prediction.
  const predicted = task === 'regression' && prediction !== undefined ? hasValue(prediction) : counted;
  const all = (...queries: readonly unknown[]) => ({ filter: { bool: { filter: queries } } });
  const isTimed = timeField !== undefined && labelTime !== undefined && range !== null;
  return {
    orphans: { filter: { bool: { filter: [known], must_not: [predicted] } } },
    ...(labelTime !== undefined && {
      undated: { filter: { bool: { filter: [known, counted], must_not: [hasValue(labelTime)] } } },
    }),
    ...(isTimed && { early: { ...all(known, counted), aggs: earliestAggs(timeField, labelTime.counted, range) } }),
  };
}

function scoreAggs(field: StoreField, at: number): Aggs {
  const own = { field: field.counted };
  const beyond = (bounds: object, aggs: Aggs) => ({ filter: { range: { [field.counted]: bounds } }, aggs });
  return {
    [`noScore${at}`]: { filter: { bool: { must_not: [hasValue(field), { term: { _ignored: field.name } }] } } },
    [`under${at}`]: beyond({ lt: 0 }, { one: { min: own } }),
    [`above${at}`]: beyond({ gt: 1 }, { one: { max: own } }),
  };
}

function repeatedIn(answer: Aggregation): { readonly rows: number; readonly isAll: boolean } {
  const keys = below(below(answer, 'repeated'), 'keys');
  const buckets = bucketsOf(below(answer, 'repeated'), 'keys');
  return {
    rows: buckets.reduce((sum, { doc_count: count }) => sum + count, 0),
    isAll: buckets.length < MOST_KEYS && (numberOf(keys, 'doc_count_error_upper_bound') ?? 0) <= 0,
  };
}

/** Of several columns the one with the most is named. */
function outsideIn(answer: Aggregation, { scores }: FieldsOfRows): Pick<LabelFindings, 'outside'> {
  const [most] = scores
    .map(({ column, field }, i) => {
      const [under, above] = [below(answer, `under${i}`), below(answer, `above${i}`)];
      const rows = [under, above].reduce((sum, one) => sum + (numberOf(one, 'doc_count') ?? 0), 0);
      const example = [under, above]
        .map((one) => numberOf(below(one, 'one'), 'value'))
        .find((one) => one !== undefined);
      return { column, rows, example: asWritten(example ?? NaN, field.precision) };
    })
    .sort((a, b) => b.rows - a.rows);
  return most === undefined || most.rows === 0 ? {} : { outside: most };
}

function missingIn(answer: Aggregation, { prediction, scores }: FieldsOfRows): Pick<LabelFindings, 'missing'> {
  const count = (name: string) => numberOf(below(answer, name), 'doc_count') ?? 0;
  const missing = [
    ...(prediction === undefined ? [] : [[prediction.name, count('noPrediction')] as const]),
    ...scores.map(({ column }, i) => [column, count(`noScore${i}`)] as const),
  ].filter(([, rows]) => rows > 0);
  return missing.length === 0 ? {} : { missing: new Map(missing) };
}
