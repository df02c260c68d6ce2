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
        description: 'Which version is active, since when and with what share, in a sentence',
        defaultValue: DEFAULT_OPTIONS.showSummary,
      })
      .addBooleanSwitch({
        path: 'showTable',
        name: 'Show versions',
        description: 'A row for each version, with its drift and quality where further queries ask for them by version',
        defaultValue: DEFAULT_OPTIONS.showTable,
      })
      .addBooleanSwitch({
        path: 'showChanges',
        name: 'Show changes',
        description: 'What happened, in sentences, the newest first',
        defaultValue: DEFAULT_OPTIONS.showChanges,
      })
      .addBooleanSwitch({ path: 'showLegend', name: 'Show legend', defaultValue: DEFAULT_OPTIONS.showLegend })
      .addTextInput({
        path: 'versionVariable',
        name: 'Variable for the version',
        description:
          'A click on a version sets this dashboard variable, so that other panels can follow. Empty for none.',
        category: ['Click'],
        defaultValue: DEFAULT_OPTIONS.versionVariable,
      })
  );

// Suggestions are younger than the oldest Grafana that the panel runs in.
if ('setSuggestionsSupplier' in plugin) {
  plugin.setSuggestionsSupplier(suggestVersions);
}
