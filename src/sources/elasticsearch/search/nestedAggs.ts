import { type Aggregation, below } from '../client/SearchAnswer';
import type { StoreField } from '../fields/StoreField';
import { hasValue } from './valueOf';

type Aggs = Readonly<Record<string, unknown>>;

/** What is counted of a field: among the documents themselves, or among the nested objects that hold it. */
export function nestedAggs({ nested }: StoreField, name: string, aggs: Aggs): Aggs {
  return nested === undefined ? aggs : { [name]: { nested: { path: nested }, aggs } };
}

/** Where the answers to `nestedAggs` are. */
export function countedWithin({ nested }: StoreField, name: string, answer: Aggregation): Aggregation {
  return nested === undefined ? answer : below(answer, name);
}

/** The documents without a value of a field; not by a `missing`, which no sample can be taken of. */
export function missingAgg(field: StoreField): Aggs {
  const { nested } = field;
  const present = nested === undefined ? hasValue(field) : { nested: { path: nested, query: hasValue(field) } };
  return { filter: { bool: { must_not: [present] } } };
}
