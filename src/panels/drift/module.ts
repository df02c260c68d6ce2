import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { DriftPanel } from './DriftPanel';
import { DEFAULT_OPTIONS, type DriftOptions } from './options';
import { suggestDrift } from './suggestions';

export const plugin = new PanelPlugin<DriftOptions>(DriftPanel)
  .useFieldConfig({
    disableStandardOptions: Object.values(FieldConfigProperty).filter(
      (property) => property !== FieldConfigProperty.Links && property !== FieldConfigProperty.NoValue
    ),
  })
  .setPanelOptions((builder) =>
    builder
      .addRadio({
        path: 'columns',
        name: 'Across',
        description: 'What lies across the map',
        defaultValue: DEFAULT_OPTIONS.columns,
        settings: {
          options: [
            { value: 'auto', label: 'Auto', description: 'Windows where there are several, otherwise segments' },
            { value: 'time', label: 'Windows' },
            { value: 'segment', label: 'Segments', description: "Each segment's newest window" },
          ],
        },
      })
      .addRadio({
        path: 'sortBy',
        name: 'Order',
        defaultValue: DEFAULT_OPTIONS.sortBy,
        settings: {
          options: [
            {
              value: 'importance',
              label: 'What matters',
              description: 'What drifts now first, the earliest before the latest',
            },
            { value: 'effect', label: 'Effect', description: 'What moved furthest first' },
            { value: 'name', label: 'Name' },
          ],
        },
      })
      .addBooleanSwitch({ path: 'showSummary', name: 'Show summary', defaultValue: DEFAULT_OPTIONS.showSummary })
      .addBooleanSwitch({ path: 'showLegend', name: 'Show legend', defaultValue: DEFAULT_OPTIONS.showLegend })
      .addTextInput({
        path: 'featureVariable',
        name: 'Variable for the feature',
        description:
          'A click on a feature sets this dashboard variable, so that other panels can follow. Empty for none.',
        category: ['Click'],
        defaultValue: DEFAULT_OPTIONS.featureVariable,
      })
      .addBooleanSwitch({
        path: 'setSegmentVariables',
        name: 'Set variables of the segment',
        description: 'A click also sets the dashboard variables that are named as the labels or fields of the segment.',
        category: ['Click'],
        defaultValue: DEFAULT_OPTIONS.setSegmentVariables,
      })
  );

// Suggestions are younger than the oldest Grafana that the panel runs in.
if ('setSuggestionsSupplier' in plugin) {
  plugin.setSuggestionsSupplier(suggestDrift);
}
