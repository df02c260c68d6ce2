import type { Selection } from '../../query/selection';
import type { Resources, SelectionDescription } from '../resources';
import { type Loaded, useLoaded } from './useLoaded';

/** The columns of a selection; nothing is asked before a file is chosen. */
export function useSelectionDescription(resources: Resources, selection: Selection): Loaded<SelectionDescription> {
  const { connection, path, timeField } = selection;
  const asked: Selection = { connection, path, timeField };
  return useLoaded(path === undefined ? null : JSON.stringify(asked), () => resources.describe(asked));
}
