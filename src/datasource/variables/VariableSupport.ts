import {
  CustomVariableSupport,
  type DataQueryRequest,
  type DataQueryResponse,
  type MetricFindValue,
} from '@grafana/data';
import { from, map, type Observable, of } from 'rxjs';
import type { DataSource } from '../DataSource';
import type { VariableQuery } from './VariableQuery';
import { VariableQueryEditor } from './VariableQueryEditor';

/** Dashboard variables that list the features of a selection. */
export class VariableSupport extends CustomVariableSupport<DataSource, VariableQuery> {
  override editor = VariableQueryEditor;

  constructor(private readonly datasource: DataSource) {
    super();
  }

  override query({ targets }: DataQueryRequest<VariableQuery>): Observable<DataQueryResponse> {
    const selection = targets[0]?.current;
    if (!selection) {
      return of({ data: [] });
    }
    return from(this.datasource.resources.describe(selection)).pipe(
      map(({ fields }) => ({
        data: fields
          .filter(({ type }) => type !== 'time')
          .map(({ name }): MetricFindValue => ({ text: name, value: name })),
      }))
    );
  }
}
