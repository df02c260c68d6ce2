import type { Selection } from '../query/selection';
import type { QueryDraft } from './ModelwatchQuery';

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
 * variable as path, index and matchers. Of a connection whose type is not known all is kept.
 */
export function withKeysOfStore(query: QueryDraft, typeOf: (connection: string | undefined) => string | undefined) {
  const { current, baseline } = query;
  return {
    ...query,
    ...(current && { current: keep(current, typeOf(current.connection)) }),
    ...(baseline?.kind === 'selection' && {
      baseline: keep(baseline, typeOf(baseline.connection ?? current?.connection)),
    }),
  };
}

function keep<Chosen extends Selection>(selection: Chosen, type: string | undefined): Chosen {
  const kept = Object.entries(selection).filter(
    ([key]) => type === undefined || !(key in STORE_OF) || STORE_OF[key as StoreKey] === type
  );
  return Object.fromEntries(kept) as Chosen;
}
