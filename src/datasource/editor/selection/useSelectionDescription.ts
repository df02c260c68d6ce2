import type { Selection } from '../../../query/selection';
import type { Resources, SelectionDescription } from '../../resources';
import { type Loaded, useLoaded } from '../fields/useLoaded';

/** The columns of a selection; nothing is asked before it says where they are. */
export function useSelectionDescription(
  resources: Resources,
  selection: Selection,
  type: string | undefined
): Loaded<SelectionDescription> {
  const asked = describedPart(selection, type);
  return useLoaded(asked === null ? null : JSON.stringify(asked), () => resources.describe(asked ?? {}));
}

/** As much of a selection as decides what can be chosen in it; null where that can't be told yet. */
export function describedPart(selection: Selection, type: string | undefined): Selection | null {
  const { connection, path, index, matchers, features } = selection;
  switch (type) {
    case 'file':
      return path === undefined ? null : { connection, path };
    case 'elasticsearch':
      return index === undefined ? null : { connection, index };
    case 'prometheus':
      return { connection, matchers, features: features?.filter(({ name }) => name !== '') };
    default:
      return null;
  }
}
