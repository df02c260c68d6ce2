import { useEffect, useRef } from 'react';
import type { Selection } from '../../../query/selection';
import type { Resources } from '../../resources';
import { defaultTimeField } from './defaultTimeField';
import { defaultOf } from './useConnection';

/**
 * A new query starts with what there is to choose, where there is one thing only: the only connection, the only file or
 * index, and the field of its time; for Prometheus all histograms. So that it answers something at once.
 */
export function useFirstSelection(
  resources: Resources,
  selection: Selection | undefined,
  onFound: (selection: Selection) => void
): void {
  const latest = useRef({ selection, onFound });
  useEffect(() => {
    latest.current = { selection, onFound };
  });
  useEffect(() => {
    let wanted = isEmpty(latest.current.selection);
    if (wanted) {
      firstSelection(resources).then(
        (found) => {
          if (wanted && found !== null && isEmpty(latest.current.selection)) {
            latest.current.onFound(found);
          }
        },
        // Said where it is chosen by hand.
        () => undefined
      );
    }
    return () => {
      wanted = false;
    };
  }, [resources]);
}

function isEmpty(selection: Selection | undefined): boolean {
  return Object.keys(selection ?? {}).length === 0;
}

/** Null where there is nothing, or a choice to be made. */
export async function firstSelection(resources: Resources): Promise<Selection | null> {
  const list = await resources.connections();
  const name = defaultOf(list);
  const type = list.connections.find((connection) => connection.name === name)?.type;
  switch (type) {
    case 'prometheus':
      return { connection: name };
    case 'file':
      return withTime(resources, await only(resources.files(name)), (path) => ({ connection: name, path }));
    case 'elasticsearch': {
      const found = resources.complete({ connection: name, what: 'index', text: '' });
      const names = found.then((suggestions) => suggestions.map(({ value }) => value));
      return withTime(resources, await only(names), (index) => ({ connection: name, index }));
    }
    default:
      return null;
  }
}

async function only(values: Promise<string[]>): Promise<string | null> {
  const all = await values;
  return all.length === 1 ? all[0] : null;
}

async function withTime(
  resources: Resources,
  place: string | null,
  selectionOf: (place: string) => Selection
): Promise<Selection | null> {
  if (place === null) {
    return null;
  }
  const selection = selectionOf(place);
  const timeField = defaultTimeField(await resources.describe(selection));
  return timeField === undefined ? selection : { ...selection, timeField };
}
