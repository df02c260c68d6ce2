import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { DistributionPanel } from './DistributionPanel';
import { DEFAULT_OPTIONS, type DistributionOptions } from './options';
import { suggestDistribution } from './suggestions';

const USED: readonly FieldConfigProperty[] = [
  FieldConfigProperty.Unit,
  FieldConfigProperty.Decimals,
  FieldConfigProperty.Color,
  FieldConfigProperty.NoValue,
];

export const plugin = new PanelPlugin<DistributionOptions>(DistributionPanel)
  .useFieldConfig({
    disableStandardOptions: Object.values(FieldConfigProperty).filter((property) => !USED.includes(property)),
  })
  .setPanelOptions((builder) =>
    builder
      .addBooleanSwitch({
        path: 'showVerdict',
        name: 'Show verdict',
        description: 'Verdict with effect size, threshold, and effect expected by chance',
        defaultValue: DEFAULT_OPTIONS.showVerdict,
      })
      .addBooleanSwitch({
        path: 'showReason',
        name: 'Show reason',
        description: 'Reason for the verdict, if there is room',
        defaultValue: DEFAULT_OPTIONS.showReason,
        showIf: ({ showVerdict }) => showVerdict,
      })
      .addBooleanSwitch({ path: 'showLegend', name: 'Show legend', defaultValue: DEFAULT_OPTIONS.showLegend })
      .addBooleanSwitch({
        path: 'logarithmic',
        name: 'Logarithmic scale',
        description: 'For numbers: keeps bins with few values visible',
        defaultValue: DEFAULT_OPTIONS.logarithmic,
      })
      .addNumberInput({
        path: 'maxCategories',
        name: 'Maximum categories',
        description: 'Other categories are shown as one bar; new and missing ones are kept',
        defaultValue: DEFAULT_OPTIONS.maxCategories,
        settings: { min: 2, max: 100, integer: true },
      })
  );

// Suggestions are younger than the oldest Grafana that the panel runs in.
if ('setSuggestionsSupplier' in plugin) {
  plugin.setSuggestionsSupplier(suggestDistribution);
}
