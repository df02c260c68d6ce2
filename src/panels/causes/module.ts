import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { CausesPanel } from './CausesPanel';
import { type CausesOptions, DEFAULT_OPTIONS } from './options';
import { suggestCauses } from './suggestions';

const USED: readonly FieldConfigProperty[] = [FieldConfigProperty.Links, FieldConfigProperty.NoValue];

export const plugin = new PanelPlugin<CausesOptions>(CausesPanel)
  .useFieldConfig({
    disableStandardOptions: Object.values(FieldConfigProperty).filter((property) => !USED.includes(property)),
  })
  .setPanelOptions((builder) =>
    builder
      .addBooleanSwitch({
        path: 'showSummary',
        name: 'Show summary',
        description: 'The first cause in one sentence',
        defaultValue: DEFAULT_OPTIONS.showSummary,
      })
      .addBooleanSwitch({
        path: 'showDetail',
        name: 'Show reasons',
        description: 'Reason and next step of each cause',
        defaultValue: DEFAULT_OPTIONS.showDetail,
      })
      .addTextInput({
        path: 'filterVariable',
        name: 'Filter variable',
        description:
          'Clicking a slice sets this dashboard variable to a filter, such as carrier:"HA". Leave empty to disable.',
        category: ['Click'],
        defaultValue: DEFAULT_OPTIONS.filterVariable,
      })
  );

// Suggestions are younger than the oldest Grafana that the panel runs in.
if ('setSuggestionsSupplier' in plugin) {
  plugin.setSuggestionsSupplier(suggestCauses);
}
