import React from 'react';
import { fairnessSchema } from '../../../query/fairness';
import type { QueryDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import type { FeatureProps } from '../features/FeatureProps';
import { FieldRow } from '../fields/FieldRow';
import { NumberField } from '../fields/NumberField';
import { PickField } from '../fields/PickField';
import { variableOptions } from '../fields/variableOptions';
import type { AskedRange } from '../SectionProps';
import { ColumnField } from './ColumnField';
import { useValues } from './useValues';

type Fairness = NonNullable<QueryDraft['fairness']>;
type Limit = keyof NonNullable<Fairness['limits']>;

const DEFAULTS = fairnessSchema.shape.limits.parse(undefined);
const LIMITS = Object.keys(DEFAULTS) as Limit[];

/** Groups of people that are compared, and what is accepted. */
export function FairnessFields(
  props: FeatureProps & { range: AskedRange; /** Predicted or actual classes. */ classes: readonly string[] }
) {
  const { resources, draft, errors, onChange, connection, description, range, classes } = props;
  const { fairness } = draft;
  const groups = useValues(props, fairness?.field, range);
  const set = (change: Partial<Fairness>) =>
    onChange({ ...draft, fairness: { ...(fairness ?? { field: '', favorable: '' }), ...change } });
  const options = (values: readonly string[]) => [...values.map((value) => ({ value })), ...variableOptions(resources)];
  const custom = t('features.custom', 'Custom value (variables supported)');
  return (
    <FieldRow>
      <ColumnField
        {...{ resources, draft, connection, description }}
        id="fairness-field"
        label={t('performance.fairness', 'Fairness by')}
        optional
        tooltip={t('performance.fairnessTooltip', 'Column whose groups are compared with one another. Example: sex.')}
        error={errors.get('fairness.field') ?? errors.get('fairness')}
        value={fairness?.field}
        onChange={(field) => (field === undefined ? onChange({ ...draft, fairness: undefined }) : set({ field }))}
      />
      {fairness && (
        <>
          <PickField
            id="fairness-favorable"
            label={t('performance.favorable', 'Favorable prediction')}
            width={20}
            tooltip={t('performance.favorableTooltip', 'Class that is good for those who get it. Example: approved.')}
            error={errors.get('fairness.favorable')}
            custom={custom}
            placeholder={t('performance.choosePositive', 'Select a class')}
            options={options(classes)}
            value={fairness.favorable === '' ? undefined : fairness.favorable}
            onChange={(favorable) => set({ favorable: favorable ?? '' })}
          />
          <PickField
            id="fairness-reference"
            label={t('performance.reference', 'Reference group')}
            optional
            width={20}
            tooltip={t('performance.referenceTooltip', 'Group that all others are compared with.')}
            error={errors.get('fairness.reference')}
            custom={custom}
            placeholder={t('performance.largestGroup', 'Largest group')}
            options={options(groups)}
            value={fairness.reference}
            onChange={(reference) => set({ reference })}
          />
          {LIMITS.map((limit) => (
            <NumberField
              key={limit}
              id={`fairness-${limit}`}
              {...limitWords(limit)}
              defaultValue={DEFAULTS[limit]}
              value={fairness.limits?.[limit]}
              error={errors.get(`fairness.limits.${limit}`)}
              onChange={(value) => set({ limits: withLimit(fairness.limits, limit, value) })}
            />
          ))}
        </>
      )}
    </FieldRow>
  );
}

function withLimit(limits: Fairness['limits'], limit: Limit, value: number | undefined): Fairness['limits'] {
  const kept = Object.entries({ ...limits, [limit]: value }).filter(([, one]) => one !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function limitWords(limit: Limit): { label: string; tooltip: string } {
  switch (limit) {
    case 'difference':
      return {
        label: t('performance.difference', 'Largest difference'),
        tooltip: t('performance.differenceTooltip', 'Accepted difference of shares. 0.1 = 10 percentage points.'),
      };
    case 'ratioLow':
      return {
        label: t('performance.ratioLow', 'Lowest ratio'),
        tooltip: t('performance.ratioLowTooltip', 'Lowest accepted ratio of favorable shares. Example: 0.8.'),
      };
    case 'ratioHigh':
      return {
        label: t('performance.ratioHigh', 'Highest ratio'),
        tooltip: t('performance.ratioHighTooltip', 'Highest accepted ratio of favorable shares. Example: 1.2.'),
      };
  }
}
