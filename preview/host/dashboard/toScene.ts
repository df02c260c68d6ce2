import type { DataTransformerConfig, FieldConfigSource } from '@grafana/data';
import type { AnnotationQuery, Dashboard, DataQuery, Panel, RowPanel } from '@grafana/schema';
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
import { ControlsLine, DashboardLinks, DashboardTitle } from './DashboardHeader';
import { PanelMenu } from './PanelMenu';
import { toSceneVariable } from './variables';

type Providers = Map<number, SceneDataProvider>;

const SHARED_DATA_UID = '-- Dashboard --';

/** A dashboard's JSON as a scene: what Grafana's own loader does, for what the preview shows of it. */
export function toScene(dashboard: Dashboard): EmbeddedScene {
  const { time, timezone, weekStart } = dashboard;
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
    controls: toControls(dashboard, annotations.length > 0),
    body: new SceneGridLayout({ isLazy: false, children: toGrid(dashboard.panels ?? []) }),
  });
}

/** Two lines, as in Grafana: what the page shows and when; what it is about, and where to go. */
function toControls({ title = '', timepicker, refresh, links = [] }: Dashboard, hasAnnotations: boolean) {
  const intervals = timepicker?.refresh_intervals;
  const time = [
    new SceneReactObject({ component: DashboardTitle, props: { title } }),
    new SceneControlsSpacer(),
    ...(timepicker?.hidden ? [] : [new SceneTimePicker({ isOnCanvas: true })]),
    new SceneRefreshPicker({ isOnCanvas: true, withText: true, refresh: refresh || '', intervals }),
  ];
  const subject = [
    new VariableValueSelectors({}),
    ...(hasAnnotations ? [new SceneDataLayerControls()] : []),
    new SceneControlsSpacer(),
    new SceneReactObject({ component: DashboardLinks, props: { links } }),
  ];
  return [new ControlsLine({ controls: time }), new ControlsLine({ controls: subject })];
}

/** Panels below an open row belong to it up to the next one; a collapsed row holds its own. */
function toGrid(panels: ReadonlyArray<Panel | RowPanel>): Array<SceneGridItem | SceneGridRow> {
  const providers: Providers = new Map();
  const items: Array<SceneGridItem | SceneGridRow> = [];
  let open: SceneGridRow | undefined;
  for (const panel of panels) {
    if (isRow(panel)) {
      const { title, gridPos, collapsed: isCollapsed } = panel;
      const children = panel.panels.map((child) => toGridItem(child, providers));
      const row = new SceneGridRow({ title, y: gridPos?.y, isCollapsed, children });
      items.push(row);
      open = isCollapsed ? undefined : row;
    } else if (open) {
      open.setState({ children: [...open.state.children, toGridItem(panel, providers)] });
    } else {
      items.push(toGridItem(panel, providers));
    }
  }
  return items;
}

function isRow(panel: Panel | RowPanel): panel is RowPanel {
  return panel.type === 'row';
}

function toGridItem(panel: Panel, providers: Providers): SceneGridItem {
  const { x, y, w: width, h: height } = panel.gridPos ?? {};
  return new SceneGridItem({ x, y, width, height, body: toVizPanel(panel, providers) });
}

function toVizPanel(panel: Panel, providers: Providers): VizPanel {
  const { id = 0, title = '', description, type, options = {}, fieldConfig, pluginVersion, transparent } = panel;
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
    fieldConfig: (fieldConfig ?? { defaults: {}, overrides: [] }) as FieldConfigSource,
    displayMode: transparent ? 'transparent' : 'default',
    hoverHeader: !title,
    menu: source instanceof SceneQueryRunner ? new PanelMenu(id) : undefined,
    $data:
      source &&
      new SceneDataTransformer({
        $data: source,
        transformations: (panel.transformations ?? []) as DataTransformerConfig[],
      }),
  });
}

/** A panel may take over the answers of another one that stands before it. */
function toDataProvider(panel: Panel, providers: Providers): SceneDataProvider | undefined {
  const { id = 0, datasource, maxDataPoints, interval } = panel;
  const targets = (panel.targets ?? []) as unknown as Array<DataQuery & { panelId?: number }>;
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

function toLayer({ enable, hide, ...query }: AnnotationQuery) {
  const state = { name: query.name, isEnabled: enable, isHidden: hide, query: { ...query, enable, hide } };
  return new dataLayers.AnnotationsDataLayer(state as ConstructorParameters<typeof dataLayers.AnnotationsDataLayer>[0]);
}
