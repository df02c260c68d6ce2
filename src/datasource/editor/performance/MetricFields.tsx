import React from 'react';
import { css } from '@emotion/css';
import { Button, MultiCombobox } from '@grafana/ui';
import {
  CLASS_METRICS,
  ERROR_METRICS,
  MULTICLASS_METRICS,
  PERFORMANCE_METRICS,
  type PerformanceMetric,
  SCORE_METRICS,
} from '../../../query/performanceMetric';
import type { QueryDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import { errorBelow } from '../features/errorBelow';
import { FieldRow } from '../fields/FieldRow';
import { LabelledField } from '../fields/LabelledField';
import { NumberField } from '../fields/NumberField';
import { PickField } from '../fields/PickField';
import type { SectionProps } from '../SectionProps';

/** What is measured, and the worst value of each that is accepted. */
export function MetricFields({ draft, errors, onChange }: SectionProps) {
  const { metrics = 'auto', objective = {}, task } = draft;
  const picked: readonly PerformanceMetric[] = metrics === 'auto' ? [] : metrics;
  const withObjectives = (changed: QueryDraft['objective']) =>
    onChange({ ...draft, objective: Object.keys(changed ?? {}).length > 0 ? changed : undefined });
  const named = PERFORMANCE_METRICS.filter((metric) => Object.hasOwn(objective, metric));
  return (
    <>
      <FieldRow>
        <PickField
          id="task"
          label={t('performance.task', 'Labels are')}
          optional
          width={18}
          tooltip={t('performance.taskTooltip', 'Classes or numbers. Leave empty to detect it from the data.')}
          error={errors.get('task')}
          placeholder={t('performance.detected', 'Detected')}
          options={[
            { value: 'classification', label: t('performance.classes', 'Classes') },
            { value: 'regression', label: t('performance.numbers', 'Numbers') },
          ]}
          value={task}
          onChange={(chosen) =>
            onChange({ ...draft, task: (['classification', 'regression'] as const).find((one) => one === chosen) })
          }
        />
        <div className={styles.wide}>
          <LabelledField
            label={t('performance.metrics', 'Metrics')}
            htmlFor="metrics"
            optional
            tooltip={t(
              'performance.metricsTooltip',
              'Leave empty for those that fit the labels. All selected metrics may raise an alarm.'
            )}
            error={errorBelow(errors, 'metrics')}
          >
            <MultiCombobox<PerformanceMetric>
              id="metrics"
              placeholder={t('performance.auto', 'Automatic')}
              options={metricsOf(task).map((value) => ({ value }))}
              value={[...picked]}
              onChange={(chosen) =>
                onChange({ ...draft, metrics: chosen.length > 0 ? chosen.map(({ value }) => value) : undefined })
              }
            />
          </LabelledField>
        </div>
        <PickField
          id="add-objective"
          label={t('performance.addObjective', 'Add objective for')}
          optional
          width={24}
          tooltip={t('performance.objectiveTooltip', 'Worst accepted value. Example: recall 0.6.')}
          error={errors.get('objective')}
          placeholder={t('performance.chooseMetric', 'Select a metric')}
          options={metricsOf(task)
            .filter((metric) => !named.includes(metric))
            .map((value) => ({ value }))}
          value={undefined}
          onChange={(metric) => {
            const added = PERFORMANCE_METRICS.find((known) => known === metric);
            if (added !== undefined) {
              withObjectives({ ...objective, [added]: firstObjective(added) });
            }
          }}
        />
      </FieldRow>
      {named.length > 0 && (
        <FieldRow>
          {named.map((metric) => (
            <div key={metric} className={styles.objective}>
              <NumberField
                id={`objective-${metric}`}
                label={t('performance.objective', 'Objective: {{metric}}', { metric })}
                tooltip={t('performance.objectiveValue', 'An alarm is raised if the whole 95% interval is worse.')}
                value={objective[metric]}
                error={errors.get(`objective.${metric}`)}
                onChange={(value) => withObjectives({ ...objective, [metric]: value ?? firstObjective(metric) })}
              />
              <Button
                variant="secondary"
                icon="trash-alt"
                aria-label={t('performance.removeObjective', 'Remove objective for {{metric}}', { metric })}
                onClick={() =>
                  withObjectives(Object.fromEntries(Object.entries(objective).filter(([name]) => name !== metric)))
                }
              />
            </div>
          ))}
        </FieldRow>
      )}
    </>
  );
}

function metricsOf(task: QueryDraft['task']): readonly PerformanceMetric[] {
  switch (task) {
    case 'classification':
      return [...CLASS_METRICS, ...SCORE_METRICS, ...MULTICLASS_METRICS];
    case 'regression':
      return ERROR_METRICS;
    default:
      return PERFORMANCE_METRICS;
  }
}

/** Something to start from, for a person to change: a share of most, an error of none. */
function firstObjective(metric: PerformanceMetric): number {
  const isShare = [...CLASS_METRICS, ...SCORE_METRICS, ...MULTICLASS_METRICS].some((known) => known === metric);
  const isLoss = ['brier', 'log_loss', 'calibration_error'].includes(metric);
  if (metric === 'prediction_bias') {
    return 0.05;
  }
  return !isShare ? 1 : isLoss ? 0.2 : 0.5;
}

const styles = {
  wide: css({ flex: '1 1 280px', minWidth: 0, maxWidth: 600 }),
  objective: css({ display: 'flex', alignItems: 'flex-end', gap: 4 }),
};
