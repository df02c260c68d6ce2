import type { QueryDraft } from '../../ModelwatchQuery';
import type { Resources, SelectionDescription } from '../../resources';
import type { Loaded } from '../fields/useLoaded';
import { useSelectionDescription } from '../selection/useSelectionDescription';

/** Where the labels are. */
export interface LabelPlace {
  /** Whether another file or index is named, or a key to find labels by. */
  readonly isElsewhere: boolean;
  /** The columns that the label is one of: of the other place once it is named. */
  readonly description: Loaded<SelectionDescription>;
}

export function placeKey(type: string | undefined): 'path' | 'index' {
  return type === 'elasticsearch' ? 'index' : 'path';
}

export function useLabelPlace(
  resources: Resources,
  { label, current = {} }: QueryDraft,
  type: string | undefined,
  beside: Loaded<SelectionDescription>
): LabelPlace {
  const key = placeKey(type);
  const elsewhere = label?.[key];
  const selection = { connection: current.connection, [key]: elsewhere };
  const there = useSelectionDescription(resources, selection, elsewhere === undefined ? undefined : type);
  return {
    isElsewhere: elsewhere !== undefined || label?.key !== undefined,
    description: elsewhere === undefined ? beside : there,
  };
}
