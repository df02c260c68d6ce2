import {
  CoreApp,
  CustomVariableSupport,
  type DataQueryRequest,
  type DataQueryResponse,
  type MetricFindValue,
} from '@grafana/data';
import { defer, map, type Observable, of } from 'rxjs';
import type { DataSource } from '../DataSource';
import { listVariableValues } from './listVariableValues';
import { openAtData } from './openAtData';
import type { VariableQuery } from './VariableQuery';
import { VariableQueryEditor } from './VariableQueryEditor';

/** Dashboard variables that list features, versions and other values, fields for a purpose, places, connections, … */
export class VariableSupport extends CustomVariableSupport<DataSource, VariableQuery> {
  override editor = VariableQueryEditor;

  constructor(private readonly datasource: DataSource) {
    super();
  }

  override query({ app, targets, range, scopedVars }: DataQueryRequest<VariableQuery>): Observable<DataQueryResponse> {
    const [query] = targets;
    if (query === undefined) {
      return of({ data: [] });
    }
    // Where a dashboard lists its variables before it knows its time, everything is asked for.
    const { from: start, to: end } = range ?? {};
    const asked = start === undefined || end === undefined ? null : { from: start.valueOf(), to: end.valueOf() };
    return defer(async () => {
      const { resources } = this.datasource;
      const filled = this.datasource.interpolate(query, scopedVars);
      const values = await listVariableValues(filled, resources, asked);
      const { what, opening, current = {} } = filled;
      if (what === 'time' && opening !== undefined && app === CoreApp.Dashboard) {
        await openAtData(opening, current, asked, resources);
      }
      return values;
    }).pipe(map((values) => ({ data: values satisfies MetricFindValue[] })));
  }
}
