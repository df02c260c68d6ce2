import type { DelayCounts } from '../../../outcomes/DelayCounts';
import { type Aggregation, below, type Bucket, bucketsOf, numberOf } from '../client/SearchAnswer';
import { type ClassNames, classTerms } from './classNames';
import type { StoreField } from '../fields/StoreField';
import type { OutcomeFields } from './OutcomeFields';
import { type Aggs, namedBuckets, type OutcomePart, type PartAbout, type PartOutcomes } from './OutcomePart';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface DelayRequest {
  readonly timeField: string;
  /** In milliseconds. */
  readonly asOf: number;
  /** Hours are told apart by the time of predictions too, days by the day that is counted. */
  readonly step: 'hour' | 'day';
}

/**
 * When labels came, in whole steps. Without a script the store tells the step of the prediction and that of its label: ages
 * run from the beginning of the one to the end of the other, and so are too long by less than two steps.
 */
export function delaysPart(
  { prediction, labelTime }: Pick<OutcomeFields, 'prediction'> & { readonly labelTime: StoreField },
  known: unknown,
  { timeField, asOf, step }: DelayRequest,
  names: ClassNames | null
): OutcomePart {
  const length = step === 'hour' ? HOUR : DAY;
  const byTime = (field: string, aggs: Aggs = {}) => ({
    date_histogram: { field, fixed_interval: step === 'hour' ? '1h' : '1d', min_doc_count: 1 },
    aggs,
  });
  const byClass = (aggs: Aggs): Aggs =>
    prediction === undefined || names === null
      ? aggs
      : { predictions: { ...classTerms(prediction), aggs }, unpredicted: { filter: noneOf(prediction.counted), aggs } };
  const ofRows: Aggs = {
    knownAges: { filter: known, aggs: byClass({ labelTimes: byTime(labelTime.counted) }) },
    openAges: { filter: { bool: { must_not: [known] } }, aggs: byClass({}) },
  };
  return {
    aggs: step === 'hour' ? { ages: byTime(timeField, ofRows) } : ofRows,
    weight: (step === 'hour' ? 24 : 1) * (names === null ? 1 : names.count + 1) * 12,
    read,
  };

  function read(answer: Bucket, { slot }: PartAbout): PartOutcomes {
    const all = new Counter();
    const own = new Map<string, Counter>();
    const starts: Array<readonly [number, Aggregation]> =
      step === 'hour'
        ? bucketsOf(answer, 'ages').map((bucket) => [Number(bucket.key), bucket])
        : [[slot.range?.from ?? NaN, answer]];
    for (const [start, rows] of starts.filter(([one]) => !Number.isNaN(one))) {
      for (const [name, bucket] of groups(below(rows, 'knownAges'))) {
        for (const { key, doc_count: count } of bucketsOf(bucket, 'labelTimes')) {
          // A label before its prediction has no age.
          const age = Math.max(0, Math.min(Number(key) + length, asOf) - start);
          add(name, Math.ceil(age / length) * length, 'labelled', count);
        }
      }
      for (const [name, bucket] of groups(below(rows, 'openAges'))) {
        const count = numberOf(bucket, 'doc_count') ?? 0;
        add(name, Math.ceil(Math.max(0, asOf - start) / length) * length, 'censored', count);
      }
    }
    return { delays: all.counts(prediction === undefined || names === null ? null : [...own]) };

    function add(name: string | null, age: number, kind: 'labelled' | 'censored', count: number): void {
      all.add(age, kind, count);
      if (name !== null) {
        const counter = own.get(name) ?? new Counter();
        own.set(name, counter);
        counter.add(age, kind, count);
      }
    }
  }

  function groups(rows: Aggregation): Array<readonly [string | null, Aggregation]> {
    if (prediction === undefined || names === null) {
      return [[null, rows]];
    }
    return [
      ...namedBuckets(rows, 'predictions', prediction).map(([text, bucket]) => [names.spell(text), bucket] as const),
      [null, below(rows, 'unpredicted')] as const,
    ];
  }
}

function noneOf(field: string): Aggs {
  return { bool: { must_not: [{ exists: { field } }] } };
}

/** Rows by age. */
class Counter {
  private readonly rows = new Map<number, { labelled: number; censored: number }>();

  add(age: number, kind: 'labelled' | 'censored', count: number): void {
    if (count > 0) {
      const own = this.rows.get(age) ?? { labelled: 0, censored: 0 };
      this.rows.set(age, own);
      own[kind] += count;
    }
  }

  counts(byName: ReadonlyArray<readonly [string, Counter]> | null): DelayCounts {
    const ages = Float64Array.from(this.rows.keys()).sort();
    const byPredicted = byName && new Map(byName.map(([name, counter]) => [name, counter.curve(ages)]));
    return { ages, ...this.curve(ages), ...(byPredicted && { byPredicted }) };
  }

  private curve(ages: Float64Array) {
    return {
      labelled: ages.map((age) => this.rows.get(age)?.labelled ?? 0),
      censored: ages.map((age) => this.rows.get(age)?.censored ?? 0),
    };
  }
}
