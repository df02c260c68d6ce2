import type { ConfusionCounts } from '../../../outcomes/ConfusionCounts';
import { type Aggregation, below, type Bucket, numberOf } from '../client/SearchAnswer';
import { type ClassNames, classTerms } from './classNames';
import type { OutcomeFields } from './OutcomeFields';
import { namedBuckets, type OutcomePart, type PartAbout, type PartOutcomes } from './OutcomePart';

const KNOWN = 'knownClasses';
const OPEN = 'openClasses';

/** Who was predicted as what: labels by prediction, and predictions that have no label yet. */
export function classesPart(
  { prediction, label }: Pick<OutcomeFields, 'prediction' | 'label'>,
  known: unknown,
  { spell, count }: ClassNames
): OutcomePart {
  const predictions = prediction === undefined ? {} : { predictions: classTerms(prediction) };
  const labels = { labels: { ...classTerms(label), aggs: predictions } };
  return {
    aggs: {
      [KNOWN]: { filter: known, aggs: labels },
      [OPEN]: { filter: { bool: { must_not: [known] } }, aggs: predictions },
    },
    weight: 3 + (prediction === undefined ? count : count * (count + 2)),
    read,
  };

  function read(answer: Bucket, about: PartAbout): PartOutcomes {
    const labelled = numberOf(below(answer, KNOWN), 'doc_count') ?? 0;
    const pairs = new Pairs();
    let documents = 0;
    for (const [text, bucket] of namedBuckets(below(answer, KNOWN), 'labels', label)) {
      documents += bucket.doc_count;
      predictedIn(bucket, about).forEach((rows, predicted) => pairs.add(spell(text), predicted, rows));
    }
    if (documents > labelled) {
      about.several(label);
    }
    return prediction === undefined
      ? { labelled }
      : { labelled, confusion: pairs.counts(), unlabelled: predictedIn(below(answer, OPEN), about) };
  }

  /** Documents by predicted class. */
  function predictedIn(bucket: Aggregation, { several }: PartAbout): Map<string, number> {
    const rows = new Map<string, number>();
    if (prediction === undefined) {
      return rows;
    }
    let documents = 0;
    for (const [text, { doc_count: size }] of namedBuckets(bucket, 'predictions', prediction)) {
      const name = spell(text);
      documents += size;
      if (name !== null) {
        rows.set(name, (rows.get(name) ?? 0) + size);
      }
    }
    if (documents > (numberOf(bucket, 'doc_count') ?? 0)) {
      several(prediction);
    }
    return rows;
  }
}

class Pairs {
  private readonly rows = new Map<string, Map<string, number>>();

  add(actual: string | null, predicted: string, count: number): void {
    if (actual !== null) {
      const row = this.rows.get(actual) ?? new Map<string, number>();
      this.rows.set(actual, row);
      row.set(predicted, (row.get(predicted) ?? 0) + count);
    }
  }

  counts(): ConfusionCounts {
    const classes = [...new Set([...this.rows].flatMap(([actual, row]) => [actual, ...row.keys()]))].sort();
    const counts = classes.map((actual) =>
      Float64Array.from(classes, (predicted) => this.rows.get(actual)?.get(predicted) ?? 0)
    );
    return { classes, counts };
  }
}
