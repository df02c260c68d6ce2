import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { DEFAULT_OPTIONS, type VersionsOptions } from './options';
import { suggestVersions } from './suggestions';
import { VersionsPanel } from './VersionsPanel';

const USED: readonly FieldConfigProperty[] = [
  FieldConfigProperty.Color,
  FieldConfigProperty.Links,
  FieldConfigProperty.NoValue,
];

export const plugin = new PanelPlugin<VersionsOptions>(VersionsPanel)
  .useFieldConfig({
    disableStandardOptions: Object.values(FieldConfigProperty).filter((property) => !USED.includes(property)),
  })
  .setPanelOptions((builder) =>
    builder
      .addBooleanSwitch({
        path: 'showSummary',
        name: 'Show summary',
        description: 'Active version, since when, and its share of calls',
        defaultValue: DEFAULT_OPTIONS.showSummary,
      })
      .addBooleanSwitch({
        path: 'showTable',
        name: 'Show versions',
        description: 'One row per version, with drift and quality if other queries segment by version',
        defaultValue: DEFAULT_OPTIONS.showTable,
      })
      .addBooleanSwitch({
        path: 'showChanges',
        name: 'Show changes',
        description: 'Version changes, newest first',
        defaultValue: DEFAULT_OPTIONS.showChanges,
      })
      .addBooleanSwitch({ path: 'showLegend', name: 'Show legend', defaultValue: DEFAULT_OPTIONS.showLegend })
      .addTextInput({
        path: 'versionVariable',
        name: 'Version variable',
        description:
          'Clicking a version sets this dashboard variable, so that other panels follow. Leave empty to disable.',
        category: ['Click'],
        defaultValue: DEFAULT_OPTIONS.versionVariable,
      })
  );

// Suggestions are younger than the oldest Grafana that the panel runs in.
if ('setSuggestionsSupplier' in plugin) {
  plugin.setSuggestionsSupplier(suggestVersions);
}
