import type { Result } from '../../../src/evaluate/Result';

/** A situation that users of a store reported, rebuilt: its data, questions, and the right answers by plain arithmetic. */
export interface FieldCase {
  /** Where it was reported: repository and number. */
  readonly reports: string;
  /** Where only one store can have it. */
  readonly only?: 'Elasticsearch' | 'OpenSearch';
  readonly make: (store: FieldStore) => Promise<void>;
  readonly asks: readonly Ask[];
}

/** The store of a test, as an operator reaches it. */
export interface FieldStore {
  readonly url: string;
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  index(name: string, properties: unknown, documents: readonly unknown[], settings?: object): Promise<void>;
}

export interface Ask {
  readonly what: string;
  /** Without "version", "format" and the connection's name, which all have. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly range?: { readonly from: number; readonly to: number };
  /** Throws where the answer is not the right one. */
  readonly right: (answer: Answer) => void;
}

/** A result with what is said beside it, or the error. */
export interface Answer {
  readonly result?: Result;
  readonly notices: string;
  readonly error?: string;
}

export const DAY = 86_400_000;
/** 2024-02-01. */
export const START = Date.UTC(2024, 1, 1);
/** The second ten days of twenty, compared with the first. */
export const LATER = { from: START + 10 * DAY, to: START + 20 * DAY };
export const TEN_DAYS_BEFORE = { kind: 'previous', offset: '10d' };

/** Documents evenly over twenty days, a hundred a day; `isLater` tells the second ten. */
export function twentyDays(of: (i: number, isLater: boolean) => object, count = 2000): object[] {
  return Array.from({ length: count }, (_, i) => ({
    at: START + (i * 20 * DAY) / count,
    ...of(i, i >= count / 2),
  }));
}
