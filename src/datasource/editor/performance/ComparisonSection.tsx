import React from 'react';
import type { QueryDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import type { FeatureProps } from '../features/FeatureProps';
import { Disclosure } from '../fields/Disclosure';
import type { AskedRange } from '../SectionProps';
import { CompareFields } from './CompareFields';
import { FairnessFields } from './FairnessFields';
import { ValueFields } from './ValueFields';

interface Props extends FeatureProps {
  range: AskedRange;
  classes: readonly string[];
}

/** Two versions, groups of people, and what outcomes are worth: closed it says what is set. */
export function ComparisonSection(props: Props) {
  const isClasses = props.draft.task !== 'regression';
  return (
    <Disclosure
      isNested
      title={t('performance.comparisons', 'Versions, fairness, and business value')}
      summary={summary(props.draft)}
    >
      <CompareFields {...props} />
      {isClasses && <FairnessFields {...props} />}
      {isClasses && <ValueFields {...props} />}
    </Disclosure>
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
