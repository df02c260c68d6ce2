import type { MeasureDraft, QueryDraft } from './ModelwatchQuery';

type StoreType = 'file' | 'elasticsearch' | 'prometheus';
type StoreKey = 'path' | 'index' | 'matchers' | 'sampling';

/** Whose keys they are. */
const STORE_OF: Readonly<Record<StoreKey, StoreType>> = {
  path: 'file',
  index: 'elasticsearch',
  sampling: 'elasticsearch',
  matchers: 'prometheus',
};

/**
 * A query without what stores of another type would read: a dashboard for connections of any type writes the same
 * variable as path, index and matchers, and a count both as an aggregate of rows and as PromQL. Of a connection whose type
 * is not known all is kept.
 */
export function withKeysOfStore(query: QueryDraft, typeOf: (connection: string | undefined) => string | undefined) {
  const { outcomeMetrics, ...shared } = query;
  const { current, baseline, label, measures } = shared;
  const type = typeOf(current?.connection);
  return {
    ...shared,
    ...(outcomeMetrics && (type ?? 'prometheus') === 'prometheus' && { outcomeMetrics }),
    ...(current && { current: keep(current, type) }),
    ...(label && { label: keep(label, type) }),
    ...(measures && { measures: measures.map((measure) => measured(measure, type)) }),
    ...(baseline?.kind === 'selection' && {
      baseline: keep(baseline, typeOf(baseline.connection ?? current?.connection)),
    }),
  };
}

function keep<Chosen extends object>(selection: Chosen, type: string | undefined): Chosen {
  const kept = Object.entries(selection).filter(
    ([key]) => type === undefined || !(key in STORE_OF) || STORE_OF[key as StoreKey] === type
  );
  return Object.fromEntries(kept) as Chosen;
}

/** A measure that says what it is of rows and of metrics, as the store takes it; any other one stays as it is. */
function measured(measure: MeasureDraft, type: string | undefined): MeasureDraft {
  const { expr, aggregate, field, query, ...shared } = measure;
  if (type === undefined || expr === undefined || aggregate === undefined) {
    return measure;
  }
  if (type === 'prometheus') {
    return { ...shared, expr };
  }
  return { ...shared, aggregate, ...(field !== undefined && { field }), ...(query !== undefined && { query }) };
}
