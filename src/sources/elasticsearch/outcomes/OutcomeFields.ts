import type { OutcomesRequest } from '../../OutcomesRequest';
import { SourceError } from '../../SourceError';
import { isNumber, type StoreField } from '../fields/StoreField';
import type { StoreFields } from '../fields/StoreFields';
import type { ForecastFields } from './forecastParts';

/** The fields of an index that hold predictions and labels. */
export interface OutcomeFields {
  readonly task: 'classification' | 'regression';
  readonly prediction?: StoreField;
  readonly scores: ReadonlyArray<{ readonly column: string; readonly field: StoreField }>;
  readonly label: StoreField;
  readonly labelTime?: StoreField;
  readonly key?: StoreField;
  /** Other predicted numbers of forecasts. */
  readonly forecasts: ForecastFields;
  readonly segments: readonly StoreField[];
}

/**
 * The fields that a request names, predictions in one index and labels in the same or another one. Throws a SourceError
 * where one is not there or holds nothing that can be counted as its role asks for.
 */
export function outcomeFields(
  { selection, roles, segmentBy }: OutcomesRequest,
  fields: StoreFields,
  labels: StoreFields
): OutcomeFields {
  const { task, label } = roles;
  const name = task === 'regression' ? (roles.prediction ?? roles.scores[0]) : roles.prediction;
  if (task === 'regression' && name === undefined) {
    throw new SourceError('A forecast needs "prediction": the field of the predicted number.', {
      status: 400,
      side: 'plugin',
    });
  }
  if (selection.timeField !== undefined) {
    timeIn(fields, selection.timeField);
  }
  const own = task === 'regression' ? numberIn : classIn;
  return {
    task,
    ...(name !== undefined && { prediction: own(fields, name) }),
    scores: task === 'regression' ? [] : roles.scores.map((column) => ({ column, field: numberIn(fields, column) })),
    label: own(labels, label.field),
    ...(label.timeField !== undefined && { labelTime: timeIn(labels, label.timeField) }),
    ...(label.key !== undefined && { key: keyIn(fields, label.key) }),
    forecasts: task === 'regression' ? forecastFields(roles, fields) : ruleField(roles, fields),
    segments: segmentBy.map((one) => fields.getPlain(one)),
  };
}

/** Of classes a simple rule alone is compared with. */
function ruleField({ forecast }: OutcomesRequest['roles'], fields: StoreFields): ForecastFields {
  const naive = forecast?.naive;
  return { quantiles: [], ...(typeof naive === 'object' && { naive: classIn(fields, naive.field) }) };
}

function forecastFields({ forecast }: OutcomesRequest['roles'], fields: StoreFields): ForecastFields {
  const { quantiles = [], naive, interval = null, sizes = false } = forecast ?? {};
  return {
    sizes,
    quantiles: quantiles.map((column) => ({ column, field: numberIn(fields, column) })),
    ...(interval !== null && {
      interval: { lower: numberIn(fields, interval.lower), upper: numberIn(fields, interval.upper) },
    }),
    ...(typeof naive === 'object' && { naive: numberIn(fields, naive.field) }),
  };
}

/** A field with the texts, numbers or truths that tell which prediction a label belongs to. */
export function keyIn(fields: StoreFields, name: string): StoreField {
  const field = fields.getPlain(name);
  if (field.kind !== 'keyword' && field.kind !== 'integer') {
    throw unfit(fields, field, 'holds no keys: choose a keyword field or one of whole numbers');
  }
  return field;
}

function classIn(fields: StoreFields, name: string): StoreField {
  const field = fields.getPlain(name);
  if (field.kind === 'text') {
    throw unfit(fields, field, 'can be counted only by a keyword field: choose one, or map it as keyword');
  }
  if (field.kind !== 'keyword' && field.kind !== 'boolean' && !isNumber(field)) {
    throw unfit(fields, field, 'holds no classes: choose a field of keywords, booleans or numbers');
  }
  return field;
}

function numberIn(fields: StoreFields, name: string): StoreField {
  const field = fields.getPlain(name);
  if (!isNumber(field)) {
    throw unfit(fields, field, 'holds no numbers: choose another field, or map it as double');
  }
  return field;
}

function timeIn(fields: StoreFields, name: string): StoreField {
  const field = fields.getPlain(name);
  if (field.kind !== 'time') {
    throw unfit(fields, field, 'holds no dates: choose a date field');
  }
  return field;
}

function unfit({ place, index }: StoreFields, { name, mapped }: StoreField, what: string): SourceError {
  return new SourceError(`${place}: "${name}" of "${index}", mapped as ${mapped}, ${what}.`, {
    status: 422,
    side: 'downstream',
  });
}
