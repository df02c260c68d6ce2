import type { DataQuery } from '@grafana/schema';
import type { Selection } from '../../query/selection';

/** A dashboard variable whose values are the names of a selection's features. */
export interface VariableQuery extends DataQuery {
  current?: Selection;
}
