import { FieldConfigProperty, PanelPlugin, type SelectFieldConfigSettings } from '@grafana/data';
import { PERFORMANCE_METRICS } from '../../query/performanceMetric';
import { metricWords } from './model/metricWords';
import { DEFAULT_OPTIONS, type Part, PARTS, type PerformanceOptions } from './options';
import { PerformancePanel } from './PerformancePanel';
import { suggestPerformance } from './suggestions';

const USED: readonly FieldConfigProperty[] = [FieldConfigProperty.Links, FieldConfigProperty.NoValue];

const PART_LABELS: Readonly<Record<Part, string>> = {
  chart: 'Metric over time',
  table: 'Table of metrics',
  versions: 'Comparison of versions',
  fairness: 'Fairness by group',
  budgets: 'Error budgets',
  confusion: 'Confusion matrix',
  reliability: 'Reliability curve',
  delays: 'Label delay curve',
};

export const plugin = new PanelPlugin<PerformanceOptions>(PerformancePanel)
  .useFieldConfig({
    disableStandardOptions: Object.values(FieldConfigProperty).filter((property) => !USED.includes(property)),
  })
  .setPanelOptions((builder) =>
    builder
      .addMultiSelect<Part | Part[], SelectFieldConfigSettings<Part | Part[]>>({
        path: 'parts',
        name: 'Show',
        description: 'Parts of the panel. The table also selects the metric of the chart.',
        settings: { options: PARTS.map((value) => ({ value, label: PART_LABELS[value] })) },
        defaultValue: DEFAULT_OPTIONS.parts,
      })
      .addBooleanSwitch({
        path: 'onlyDeciding',
        name: 'Only metrics with alarms',
        description: 'Leaves out metrics that never raise an alarm.',
        defaultValue: DEFAULT_OPTIONS.onlyDeciding,
      })
      .addSelect({
        path: 'metric',
        name: 'First metric',
        description: 'Metric whose chart is shown at first. Most severe shows the metric with the worst verdict.',
        settings: {
          options: [
            { value: '', label: 'Most severe' },
            ...PERFORMANCE_METRICS.map((value) => ({ value: value as string, label: metricWords(value).label })),
          ],
        },
        defaultValue: DEFAULT_OPTIONS.metric,
      })
      .addBooleanSwitch({
        path: 'showSummary',
        name: 'Show summary',
        description: 'Which metrics are worse, since when, and until when labels are pending',
        defaultValue: DEFAULT_OPTIONS.showSummary,
      })
      .addBooleanSwitch({ path: 'showLegend', name: 'Show legend', defaultValue: DEFAULT_OPTIONS.showLegend })
  );

// Suggestions are younger than the oldest Grafana that the panel runs in.
if ('setSuggestionsSupplier' in plugin) {
  plugin.setSuggestionsSupplier(suggestPerformance);
}
