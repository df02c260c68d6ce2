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
        name: 'Columns',
        description: 'What the columns of the map show',
        defaultValue: DEFAULT_OPTIONS.columns,
        settings: {
          options: [
            { value: 'auto', label: 'Auto', description: 'Windows if there are several, otherwise segments' },
            { value: 'time', label: 'Windows' },
            { value: 'segment', label: 'Segments', description: "Each segment's newest window" },
          ],
        },
      })
      .addRadio({
        path: 'sortBy',
        name: 'Sort by',
        defaultValue: DEFAULT_OPTIONS.sortBy,
        settings: {
          options: [
            {
              value: 'importance',
              label: 'Severity',
              description: 'Current drift first, longest first',
            },
            { value: 'effect', label: 'Effect', description: 'Largest effect first' },
            { value: 'name', label: 'Name' },
          ],
        },
      })
      .addBooleanSwitch({ path: 'showSummary', name: 'Show summary', defaultValue: DEFAULT_OPTIONS.showSummary })
      .addBooleanSwitch({ path: 'showLegend', name: 'Show legend', defaultValue: DEFAULT_OPTIONS.showLegend })
      .addTextInput({
        path: 'featureVariable',
        name: 'Feature variable',
        description:
          'Clicking a feature sets this dashboard variable, so that other panels follow. Leave empty to disable.',
        category: ['Click'],
        defaultValue: DEFAULT_OPTIONS.featureVariable,
      })
      .addBooleanSwitch({
        path: 'setSegmentVariables',
        name: 'Set segment variables',
        description: 'Clicking also sets the dashboard variables with the names of the segment fields.',
        category: ['Click'],
        defaultValue: DEFAULT_OPTIONS.setSegmentVariables,
      })
  );

// Suggestions are younger than the oldest Grafana that the panel runs in.
if ('setSuggestionsSupplier' in plugin) {
  plugin.setSuggestionsSupplier(suggestDrift);
}
