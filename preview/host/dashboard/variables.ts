import {
  ConstantVariable,
  CustomVariable,
  DataSourceVariable,
  IntervalVariable,
  QueryVariable,
  TextBoxVariable,
  type SceneVariable,
} from '@grafana/scenes';
import type { DashboardVariable } from './Dashboard';

/** A dashboard's variable as a scene's; null for kinds that the preview lacks. */
export function toSceneVariable(variable: DashboardVariable): SceneVariable | null {
  const { name, label, description, skipUrlSync, hide, type, current, regex } = variable;
  const query = typeof variable.query === 'string' ? variable.query : '';
  const common = { name, label, description, skipUrlSync, hide };
  const first = [current?.value ?? ''].flat()[0] ?? '';
  const several = {
    ...common,
    value: current?.value ?? '',
    text: current?.text ?? '',
    isMulti: variable.multi,
    includeAll: variable.includeAll,
    allValue: variable.allValue ?? undefined,
  };
  switch (type) {
    case 'query':
      return new QueryVariable({
        ...several,
        query: variable.query,
        datasource: variable.datasource,
        regex,
        sort: variable.sort,
        refresh: variable.refresh,
      });
    case 'custom':
      return new CustomVariable({ ...several, query });
    case 'datasource':
      return new DataSourceVariable({ ...several, pluginId: query, regex });
    case 'textbox':
      return new TextBoxVariable({ ...common, value: first || query });
    case 'constant':
      return new ConstantVariable({ ...common, value: query });
    case 'interval':
      return new IntervalVariable({
        ...common,
        value: first,
        intervals: query.split(',').map((interval) => interval.trim()),
        autoEnabled: variable.auto,
        autoMinInterval: variable.auto_min,
        autoStepCount: variable.auto_count,
      });
    default:
      return null;
  }
}
