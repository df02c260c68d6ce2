import { useLayoutEffect, useRef, useState } from 'react';
import type { Selection } from '../../../query/selection';
import { defaultTimeField } from './defaultTimeField';
import { describedPart } from './useSelectionDescription';
import type { SelectionPartProps } from './SelectionProps';

export interface PickPlace {
  readonly pick: (place: string | undefined) => void;
  /** What was picked, while the field of its time is looked for. */
  readonly pending: string | undefined;
}

/**
 * Chooses a file or an index together with the field that holds its time: most baselines need one, and few people know that
 * before they are told. Both at once, so that no query is sent without a time that is known a moment later.
 */
export function usePickPlace(props: SelectionPartProps, key: 'path' | 'index'): PickPlace {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const [pending, setPending] = useState<string>();
  const picked = useRef<string>(undefined);
  const pick = (place: string | undefined) => {
    const { resources, selection, connection, path, onSet } = latest.current;
    const chosen: Selection = { ...selection, [key]: place };
    const asked = describedPart(chosen, connection.type);
    picked.current = place;
    // A baseline of its own without a time is meant whole.
    if (place === undefined || asked === null || path !== 'current') {
      setPending(undefined);
      onSet({ [key]: place, timeField: undefined });
      return;
    }
    setPending(place);
    const set = (timeField: string | undefined) => {
      if (picked.current === place) {
        setPending(undefined);
        latest.current.onSet({ [key]: place, timeField });
      }
    };
    resources.describe(asked).then(
      (description) => set(defaultTimeField(description)),
      // Said where the place was chosen.
      () => set(undefined)
    );
  };
  return { pick, pending };
}
