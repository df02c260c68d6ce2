import { VariableHide } from '@grafana/data';
import type { DataQuery, VariableModel } from '@grafana/schema';
import {
  ConstantVariable,
  CustomVariable,
  DataSourceVariable,
  IntervalVariable,
  QueryVariable,
  TextBoxVariable,
  type SceneVariable,
} from '@grafana/scenes';

/** The schema leaves out what only intervals have. */
type DashboardVariable = VariableModel & { auto?: boolean; auto_min?: string; auto_count?: number };

const KINDS: Record<string, (variable: DashboardVariable) => SceneVariable> = {
  query: (variable) => {
    const { datasource, refresh, regex, sort } = variable;
    const query = variable.query as string | (DataQuery & Record<string, unknown>);
    return new QueryVariable({ ...choice(variable), datasource, query, refresh, regex, sort });
  },
  custom: (variable) => new CustomVariable({ ...choice(variable), query: text(variable) }),
  datasource: (variable) =>
    new DataSourceVariable({ ...choice(variable), pluginId: text(variable), regex: variable.regex }),
  textbox: (variable) => new TextBoxVariable({ ...common(variable), value: selected(variable) || text(variable) }),
  constant: (variable) => new ConstantVariable({ ...common(variable), value: text(variable) }),
  interval: (variable) =>
    new IntervalVariable({
      ...common(variable),
      value: selected(variable),
      intervals: text(variable).split(/\s*,\s*/),
      autoEnabled: variable.auto,
      autoMinInterval: variable.auto_min,
      autoStepCount: variable.auto_count,
    }),
};

/** A dashboard's variable as a scene's; null for kinds that the preview lacks. */
export function toSceneVariable(variable: DashboardVariable): SceneVariable | null {
  return KINDS[variable.type]?.(variable) ?? null;
}

/** Grafana has a menu for variables that are seldom changed; here their values are in the address alone. */
const IN_MENU: number = VariableHide.inControlsMenu;

function common({ name, label, description, skipUrlSync, hide = VariableHide.dontHide }: DashboardVariable) {
  return { name, label, description, skipUrlSync, hide: Number(hide) === IN_MENU ? VariableHide.hideVariable : hide };
}

function choice(variable: DashboardVariable) {
  const { allValue, current, includeAll, multi } = variable;
  const value = { value: current?.value ?? '', text: current?.text ?? '' };
  return { ...common(variable), ...value, isMulti: multi, includeAll, allValue: allValue ?? undefined };
}

function text({ query }: DashboardVariable): string {
  return typeof query === 'string' ? query : '';
}

function selected({ current }: DashboardVariable): string {
  return [current?.value ?? ''].flat()[0];
}
