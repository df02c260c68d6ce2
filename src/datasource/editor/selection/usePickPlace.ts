import { useLayoutEffect, useRef } from 'react';
import type { Selection } from '../../../query/selection';
import { defaultTimeField } from './defaultTimeField';
import { describedPart } from './useSelectionDescription';
import type { SelectionPartProps } from './SelectionProps';

/**
 * Chooses a file or an index, and then the field that holds its time: most baselines need one, and few people know that
 * before they are told.
 */
export function usePickPlace(props: SelectionPartProps, key: 'path' | 'index') {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  return (place: string | undefined) => {
    const { resources, selection, connection, path, onSet } = latest.current;
    const chosen: Selection = { ...selection, [key]: place };
    const asked = describedPart(chosen, connection.type);
    onSet({ [key]: place, timeField: undefined });
    // A baseline of its own without a time is meant whole.
    if (place === undefined || asked === null || path !== 'current') {
      return;
    }
    resources.describe(asked).then(
      (description) => {
        const { selection: present, onSet: set } = latest.current;
        const timeField = defaultTimeField(description);
        if (present[key] === place && present.timeField === undefined && timeField !== undefined) {
          set({ timeField });
        }
      },
      // Said where the place was chosen.
      () => undefined
    );
  };
}
