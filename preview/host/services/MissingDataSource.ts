import { of, type Observable } from 'rxjs';
import {
  createDataFrame,
  DataSourceApi,
  LoadingState,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
  type PanelData,
} from '@grafana/data';
import { pluginMetaOf } from '../panels/pluginMetaOf';

/** Stands for a data source of another plugin, which the preview lacks: its panels say so instead of failing. */
export class MissingDataSource extends DataSourceApi {
  constructor(type: string) {
    const settings = { uid: `missing-${type}`, name: type, type, meta: pluginMetaOf(type), jsonData: {} };
    super(settings as unknown as DataSourceInstanceSettings);
  }

  override query(): Observable<DataQueryResponse> {
    const frame = createDataFrame({ fields: [], meta: { custom: { missing: this.type } } });
    return of({ data: [frame], state: LoadingState.Done });
  }

  override testDatasource = () => Promise.reject(new Error('The preview lacks this data source.'));
}

/** The data source that the panel's data would be of; undefined where the preview has it. */
export function missingDataSource({ series }: PanelData): string | undefined {
  return series.map(({ meta }) => meta?.custom?.missing as string | undefined).find((type) => type !== undefined);
}
