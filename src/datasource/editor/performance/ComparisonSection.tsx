import React from 'react';
import type { QueryDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import type { FeatureProps } from '../features/FeatureProps';
import { Disclosure } from '../fields/Disclosure';
import type { AskedRange } from '../SectionProps';
import { BudgetFields } from './BudgetFields';
import { CompareFields } from './CompareFields';
import { FairnessFields } from './FairnessFields';
import { ForecastFields } from './ForecastFields';
import { ListFields } from './ListFields';
import { ValueFields } from './ValueFields';

interface Props extends FeatureProps {
  range: AskedRange;
  classes: readonly string[];
}

/**
 * Two versions, groups of people, and what outcomes are worth; and what is known of forecasts, lists, and error budgets: closed
 * they say what is set.
 */
export function ComparisonSection(props: Props) {
  const { draft } = props;
  const isClasses = draft.task !== 'regression';
  const isNumbers = draft.task !== 'classification' || draft.forecast !== undefined;
  const hasRows = props.connection.type !== 'prometheus';
  return (
    <>
      <Disclosure
        isNested
        title={t('performance.comparisons', 'Versions, fairness, and business value')}
        summary={summary(draft)}
      >
        <CompareFields {...props} />
        {isClasses && <FairnessFields {...props} />}
        {isClasses && <ValueFields {...props} />}
      </Disclosure>
      <Disclosure
        isNested
        title={t('performance.more', 'Forecasts, lists, and error budgets')}
        summary={moreSummary(draft)}
      >
        {hasRows && isNumbers && <ForecastFields {...props} />}
        {hasRows && isClasses && <ListFields {...props} />}
        <BudgetFields {...props} />
      </Disclosure>
    </>
  );
}

function moreSummary({ forecast, list, budget }: QueryDraft): string {
  return (
    [
      ...(forecast === undefined ? [] : [t('performance.forecastSet', 'forecasts')]),
      ...(list === undefined ? [] : [t('performance.listSet', 'lists by {{name}}', { name: list.field })]),
      ...(budget === undefined ? [] : [t('performance.budgetSet', 'error budget')]),
    ].join(', ') || t('performance.noneSet', 'None')
  );
}

function summary({ compare, fairness, value }: QueryDraft): string {
  const versions = compare === undefined ? [] : [compareWords(compare)];
  const groups =
    fairness === undefined ? [] : [t('performance.fairnessSet', 'fairness by {{name}}', { name: fairness.field })];
  const worth = value === undefined ? [] : [t('performance.valueSet', 'business value')];
  return [...versions, ...groups, ...worth].join(', ') || t('performance.noneSet', 'None');
}

function compareWords(compare: NonNullable<QueryDraft['compare']>): string {
  if ('naive' in compare) {
    return t('performance.naiveSet', 'naive forecast');
  }
  return 'shadow' in compare
    ? t('performance.shadowSet', 'shadow {{name}}', { name: compare.shadow.prediction })
    : t('performance.versionsSet', 'version {{next}} vs. {{old}}', { next: compare.new, old: compare.old });
}
