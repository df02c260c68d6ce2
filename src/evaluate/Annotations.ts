import type { Mark } from '../query/marks/mark';
import type { TimeRange } from '../query/time';
import type { Notice } from '../sources/Notice';

/** What annotations of Grafana say to a query. They are read before it is evaluated. */
export interface Annotations {
  readonly marks: readonly Mark[];
  /** Stretches of annotations by tag, for `{"tag": …}` in "exclude". */
  readonly tagged: ReadonlyMap<string, ReadonlyArray<TimeRange & { readonly by?: string }>>;
  /** Which could not be read, or don't count, and why. */
  readonly notices: readonly Notice[];
}
