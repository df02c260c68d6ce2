import type { Selection } from '../../query/selection';
import type { TimeRange } from '../../query/time';
import type { Resources } from '../resources';
import { prometheusOf } from './prometheusOf';

/** When a selection has data. */
export interface DataTimes {
  /** Times of the first and the last row, in milliseconds; null for a store that cannot tell. */
  readonly bounds: TimeRange | null;
  /** Whether a time range has none of the data; false where that isn't known. */
  lacks(range: TimeRange): Promise<boolean>;
}

/** Null where rows have no time, or there are none. */
export async function dataTimes(selection: Selection, resources: Resources): Promise<DataTimes | null> {
  if ((await prometheusOf(selection, resources)) !== null) {
    return { bounds: null, lacks: (range) => lacksSeries(selection, range, resources) };
  }
  const { timeBounds: bounds } = await resources.describe(selection);
  return bounds && { bounds, lacks: async ({ from, to }) => bounds.to < from || bounds.from >= to };
}

/** A store that refuses so long or so old a range has not said that it is empty. */
async function lacksSeries(selection: Selection, range: TimeRange, resources: Resources): Promise<boolean> {
  try {
    return (await resources.values(selection, '__name__', range)).length === 0;
  } catch {
    return false;
  }
}
