import {
  FieldColorModeId,
  FieldConfigProperty,
  FieldType,
  PanelPlugin,
  PluginType,
  type Field,
  type PanelPluginMeta,
} from '@grafana/data';
import { fieldOption } from '../services/registries';
import { pluginMetaOf } from './pluginMetaOf';
import { StatPanel, STAT_DEFAULTS } from './StatPanel';
import { TablePanel, TABLE_DEFAULTS, TABLE_FIELD_DEFAULTS } from './TablePanel';
import { TextPanel } from './TextPanel';
import { TimeSeriesPanel, TIME_SERIES_DEFAULTS, TIME_SERIES_FIELD_DEFAULTS } from './TimeSeriesPanel';

function meta(id: string, skipDataQuery = false): PanelPluginMeta {
  return { ...pluginMetaOf(id), type: PluginType.panel, sort: 0, skipDataQuery };
}

/** An option counts only where it is registered, with its default; `custom.…` field options too. */
function options(defaults: object, shouldApply = (_field: Field) => true) {
  return (builder: { addCustomEditor(item: object): unknown }) => {
    for (const [path, value] of Object.entries(defaults)) {
      builder.addCustomEditor({ ...fieldOption(path, value), shouldApply });
    }
  };
}

const timeSeries = new PanelPlugin(TimeSeriesPanel)
  .setPanelOptions(options(TIME_SERIES_DEFAULTS))
  .setDataSupport({ annotations: true, alertStates: false })
  .useFieldConfig({
    standardOptions: { [FieldConfigProperty.Color]: { defaultValue: { mode: FieldColorModeId.PaletteClassic } } },
    // The time axis takes no options of the values' axis.
    useCustomConfig: options(TIME_SERIES_FIELD_DEFAULTS, ({ type }) => type !== FieldType.time),
  });

const table = new PanelPlugin(TablePanel)
  .setPanelOptions(options(TABLE_DEFAULTS))
  .useFieldConfig({ useCustomConfig: options(TABLE_FIELD_DEFAULTS) });

const stat = new PanelPlugin(StatPanel).setPanelOptions(options(STAT_DEFAULTS)).useFieldConfig();

/** Grafana's own panels are in no package: these few stand on its component library and read the same options. */
export const corePanels = {
  timeseries: Object.assign(timeSeries, { meta: meta('timeseries') }),
  stat: Object.assign(stat, { meta: meta('stat') }),
  table: Object.assign(table, { meta: meta('table'), noPadding: true }),
  text: Object.assign(new PanelPlugin(TextPanel), { meta: meta('text', true) }),
};
