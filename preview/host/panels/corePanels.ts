import { FieldColorModeId, FieldConfigProperty, PanelPlugin, PluginType, type PanelPluginMeta } from '@grafana/data';
import { config } from '@grafana/runtime';
import { fieldOption } from '../services/registries';
import { StatPanel, STAT_DEFAULTS } from './StatPanel';
import { TablePanel, TABLE_DEFAULTS, TABLE_FIELD_DEFAULTS } from './TablePanel';
import { TextPanel } from './TextPanel';
import { TimeSeriesPanel, TIME_SERIES_DEFAULTS, TIME_SERIES_FIELD_DEFAULTS } from './TimeSeriesPanel';

function meta(id: string, skipDataQuery = false): PanelPluginMeta {
  const info = {
    author: { name: 'Preview' },
    description: '',
    links: [],
    logos: { large: '', small: '' },
    screenshots: [],
    updated: '',
    version: config.buildInfo.version,
  };
  return { id, name: id, type: PluginType.panel, module: '', baseUrl: '', sort: 0, info, skipDataQuery };
}

/** Fields' own options (`custom.…`) count only where they are registered, each with its default. */
function fieldOptions(defaults: Record<string, unknown>) {
  return (builder: { addCustomEditor(item: object): unknown }) => {
    for (const [path, value] of Object.entries(defaults)) {
      builder.addCustomEditor(fieldOption(path, value));
    }
  };
}

const timeSeries = new PanelPlugin(TimeSeriesPanel);
timeSeries.useFieldConfig({
  standardOptions: { [FieldConfigProperty.Color]: { defaultValue: { mode: FieldColorModeId.PaletteClassic } } },
  useCustomConfig: fieldOptions(TIME_SERIES_FIELD_DEFAULTS),
});

const table = new PanelPlugin(TablePanel);
table.useFieldConfig({ useCustomConfig: fieldOptions(TABLE_FIELD_DEFAULTS) });

const stat = new PanelPlugin(StatPanel);
stat.useFieldConfig();

/** Grafana's own panels are in no package: these few stand on its component library and read the same options. */
export const corePanels = {
  timeseries: Object.assign(timeSeries.setDefaults(TIME_SERIES_DEFAULTS), { meta: meta('timeseries') }),
  stat: Object.assign(stat.setDefaults(STAT_DEFAULTS), { meta: meta('stat') }),
  table: Object.assign(table.setDefaults(TABLE_DEFAULTS), { meta: meta('table'), noPadding: true }),
  text: Object.assign(new PanelPlugin(TextPanel), { meta: meta('text', true) }),
};
