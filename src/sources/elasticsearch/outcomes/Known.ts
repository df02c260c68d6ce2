import { hasValue } from '../search/valueOf';
import type { StoreField } from '../fields/StoreField';
import type { OutcomeFields } from './OutcomeFields';

type Query = Readonly<Record<string, unknown>>;

/** Which texts of a field are no classes but stand for a missing value. */
export interface MissingTexts {
  readonly predictions: readonly string[];
  readonly labels: readonly string[];
}

/** The fields of predictions, with the label where that is one of theirs. */
export type FieldsOfRows = Omit<OutcomeFields, 'label'> & { readonly label?: StoreField };

/**
 * Documents that count: those with a predicted class, or with any score from 0 to 1; of forecasts those with a predicted
 * number whose label can be read.
 */
export function countedQuery({ task, prediction, scores, label }: FieldsOfRows, missing: MissingTexts): Query {
  if (task === 'regression') {
    const unreadable = (field: StoreField) => ({
      bool: { must_not: [hasValue(field)], filter: [{ term: { _ignored: field.name } }] },
    });
    return {
      bool: {
        filter: prediction === undefined ? [] : [hasValue(prediction)],
        must_not: label === undefined ? [] : [unreadable(label)],
      },
    };
  }
  return {
    bool: {
      should: [
        ...(prediction === undefined ? [] : [presentQuery(prediction, missing.predictions)]),
        ...scores.map(({ field }) => ({ range: { [field.counted]: { gte: 0, lte: 1 } } })),
      ],
      minimum_should_match: 1,
    },
  };
}

/** Documents whose label is known at a time, in milliseconds; without one, or without a field that tells, always. */
export function knownQuery({ label, labelTime }: OutcomeFields, asOf: number | null, missing: MissingTexts): Query {
  const isLater =
    labelTime === undefined || asOf === null
      ? []
      : [{ range: { [labelTime.counted]: { gt: asOf, format: 'epoch_millis' } } }];
  return {
    bool: {
      filter: [hasValue(label)],
      must_not: [...isLater, ...noneOf(label.counted, missing.labels)],
    },
  };
}

export function presentQuery(field: OutcomeFields['label'], missing: readonly string[]): Query {
  return { bool: { filter: [hasValue(field)], must_not: noneOf(field.counted, missing) } };
}

function noneOf(field: string, texts: readonly string[]): Query[] {
  return texts.length === 0 ? [] : [{ terms: { [field]: texts } }];
}
