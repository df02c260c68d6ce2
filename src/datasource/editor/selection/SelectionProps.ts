import type { Selection } from '../../../query/selection';
import type { Resources } from '../../resources';
import type { DraftErrors } from '../../validateDraft';
import type { ChosenConnection } from './useConnection';

/** What the fields of each type of connection are given. */
export interface SelectionPartProps {
  resources: Resources;
  connection: ChosenConnection;
  selection: Selection;
  /** Where the selection stands in the query, for ids and errors: `current` or `baseline`. */
  path: string;
  errors: DraftErrors;
  /** What is not named is taken from there. */
  inherited: Selection;
  onSet: (change: Partial<Selection>) => void;
}
