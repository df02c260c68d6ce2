import {
  behaviors,
  dataLayers,
  DataProviderProxy,
  EmbeddedScene,
  SceneControlsSpacer,
  SceneDataLayerControls,
  SceneDataLayerSet,
  SceneDataTransformer,
  SceneGridItem,
  SceneGridLayout,
  SceneGridRow,
  SceneQueryRunner,
  SceneReactObject,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  SceneVariableSet,
  VariableValueSelectors,
  VizPanel,
  type SceneDataProvider,
} from '@grafana/scenes';
import type { Dashboard, DashboardAnnotation, DashboardPanel } from './Dashboard';
import { DashboardLinks, DashboardTitle, LineBreak } from './DashboardHeader';
import { PanelMenu } from './PanelMenu';
import { toSceneVariable } from './variables';

const SHARED_DATA_UID = '-- Dashboard --';

/** A dashboard's JSON as a scene: what Grafana's own loader does, for the parts that `Dashboard` names. */
export function toScene(dashboard: Dashboard): EmbeddedScene {
  const { title, time, timezone, weekStart, timepicker, refresh, links = [] } = dashboard;
  const variables = (dashboard.templating?.list ?? []).map(toSceneVariable).filter((variable) => variable !== null);
  const annotations = (dashboard.annotations?.list ?? []).filter(({ builtIn }) => !builtIn);
  return new EmbeddedScene({
    $timeRange: new SceneTimeRange({
      from: time?.from,
      to: time?.to,
      timeZone: timezone,
      weekStart: weekStart as never,
    }),
    $variables: new SceneVariableSet({ variables }),
    $data: new SceneDataLayerSet({
      name: annotations.map(({ name }) => name).join(', '),
      layers: annotations.map(toLayer),
    }),
    $behaviors: [new behaviors.CursorSync({ key: 'sync', sync: dashboard.graphTooltip ?? 0 })],
    controls: [
      new SceneReactObject({ component: DashboardTitle, props: { title } }),
      new SceneControlsSpacer(),
      ...(timepicker?.hidden ? [] : [new SceneTimePicker({ isOnCanvas: true })]),
      new SceneRefreshPicker({
        isOnCanvas: true,
        withText: true,
        refresh: refresh || '',
        intervals: timepicker?.refresh_intervals,
      }),
      new SceneReactObject({ component: LineBreak }),
      new VariableValueSelectors({}),
      ...(annotations.length > 0 ? [new SceneDataLayerControls()] : []),
      new SceneControlsSpacer(),
      new SceneReactObject({ component: DashboardLinks, props: { links } }),
    ],
    body: new SceneGridLayout({ isLazy: false, children: toGrid(dashboard.panels) }),
  });
}

/** Panels below an open row belong to it up to the next one; a collapsed row holds its own. */
function toGrid(panels: readonly DashboardPanel[]): Array<SceneGridItem | SceneGridRow> {
  const providers = new Map<number, SceneDataProvider>();
  const items: Array<SceneGridItem | SceneGridRow> = [];
  let open: SceneGridRow | undefined;
  for (const panel of [...panels].sort((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x)) {
    if (panel.type === 'row') {
      const children = (panel.panels ?? []).map((child) => toGridItem(child, providers));
      const row = new SceneGridRow({ title: panel.title, y: panel.gridPos.y, isCollapsed: panel.collapsed, children });
      items.push(row);
      open = panel.collapsed ? undefined : row;
    } else if (open) {
      open.setState({ children: [...open.state.children, toGridItem(panel, providers)] });
    } else {
      items.push(toGridItem(panel, providers));
    }
  }
  return items;
}

function toGridItem(panel: DashboardPanel, providers: Map<number, SceneDataProvider>): SceneGridItem {
  const { x, y, w: width, h: height } = panel.gridPos;
  return new SceneGridItem({ x, y, width, height, body: toVizPanel(panel, providers) });
}

function toVizPanel(panel: DashboardPanel, providers: Map<number, SceneDataProvider>): VizPanel {
  const { id, title = '', description, type, options = {}, fieldConfig, pluginVersion, transparent } = panel;
  const source = toDataProvider(panel, providers);
  if (source) {
    providers.set(id, source);
  }
  return new VizPanel({
    key: `panel-${id}`,
    title,
    description,
    pluginId: type,
    pluginVersion,
    options,
    fieldConfig: fieldConfig ?? { defaults: {}, overrides: [] },
    displayMode: transparent ? 'transparent' : 'default',
    hoverHeader: !title,
    menu: source instanceof SceneQueryRunner ? new PanelMenu(id) : undefined,
    $data: source && new SceneDataTransformer({ $data: source, transformations: panel.transformations ?? [] }),
  });
}

/** A panel may take over the answers of another one that stands before it. */
function toDataProvider(
  panel: DashboardPanel,
  providers: Map<number, SceneDataProvider>
): SceneDataProvider | undefined {
  const { id, targets = [], datasource, maxDataPoints, interval } = panel;
  if (targets.length === 0) {
    return undefined;
  }
  const shared = datasource?.uid === SHARED_DATA_UID ? providers.get(targets[0].panelId ?? -1) : undefined;
  if (shared) {
    return new DataProviderProxy({ source: shared.getRef() });
  }
  return new SceneQueryRunner({
    queries: targets,
    datasource,
    maxDataPoints,
    minInterval: interval,
    dataLayerFilter: { panelId: id },
  });
}

function toLayer({ enable, hide, ...query }: DashboardAnnotation) {
  const state = { name: query.name, isEnabled: enable, isHidden: hide, query: { ...query, enable, hide } };
  return new dataLayers.AnnotationsDataLayer(state as ConstructorParameters<typeof dataLayers.AnnotationsDataLayer>[0]);
}
