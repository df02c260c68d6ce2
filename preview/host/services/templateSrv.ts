import type { ScopedVars, TypedVariableModel } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import { sceneGraph, type SceneObject } from '@grafana/scenes';

const VARIABLE = /\$\w+|\$\{[^}]+\}|\[\[[^\]]+\]\]/;

/** Where a text stands: the object that scenes name with a request, or else the dashboard on the page. */
function sceneOf(scopedVars: ScopedVars | undefined): SceneObject | undefined {
  const named: unknown = scopedVars?.__sceneObject?.value?.valueOf();
  return (named ?? window.__grafanaSceneContext) as SceneObject | undefined;
}

/** Variables live in the scene; this is how plugins reach them. */
export const templateSrv: TemplateSrv = {
  getVariables: () => {
    const scene = sceneOf(undefined);
    const variables = scene ? sceneGraph.getVariables(scene).state.variables : [];
    return variables.map(({ state }) => ({ ...state, id: state.name }) as unknown as TypedVariableModel);
  },
  replace: (target = '', scopedVars, format, interpolations) => {
    const scene = sceneOf(scopedVars);
    type Format = Parameters<typeof sceneGraph.interpolate>[3];
    return scene ? sceneGraph.interpolate(scene, target, scopedVars, format as Format, interpolations) : target;
  },
  containsTemplate: (target) => VARIABLE.test(target ?? ''),
  updateTimeRange: () => undefined,
};
