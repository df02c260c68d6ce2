import React from 'react';
import type { QueryDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import type { FeatureProps } from '../features/FeatureProps';
import { errorBelow } from '../features/errorBelow';
import { FieldRow } from '../fields/FieldRow';
import { NumberField } from '../fields/NumberField';
import { PickField } from '../fields/PickField';
import { variableOptions } from '../fields/variableOptions';
import type { AskedRange } from '../SectionProps';
import { ColumnField } from './ColumnField';
import { useValues } from './useValues';

type Compare = NonNullable<QueryDraft['compare']>;
type Split = Extract<Compare, { field: string }>;
const WAYS = ['field', 'shadow', 'last', 'seasonal', 'rule'] as const;
type Way = (typeof WAYS)[number];

/** Two versions side by side: those that calls were split between, or one that only logs its prediction. */
export function CompareFields(props: FeatureProps & { range: AskedRange }) {
  const { resources, draft, errors, onChange, connection, description } = props;
  const { compare } = draft;
  const way = compare && wayOf(compare);
  const split = compare !== undefined && 'field' in compare ? compare : undefined;
  const shadow = compare !== undefined && 'shadow' in compare ? compare : undefined;
  const versioned = split ?? shadow;
  const set = (changed: typeof compare) => onChange({ ...draft, compare: changed });
  const choose = (chosen: string | undefined) => {
    const next = WAYS.find((known) => known === chosen);
    set(next && FIRST[next]);
  };
  const column = { resources, draft, connection, description };
  return (
    <FieldRow>
      <PickField
        id="compare"
        label={t('performance.compare', 'Compare versions')}
        optional
        width={24}
        tooltip={t('performance.compareTooltip', 'Tells whether to roll out or roll back a new version.')}
        error={way === undefined ? errorBelow(errors, 'compare') : undefined}
        placeholder={t('performance.compareNone', 'No comparison')}
        options={WAYS.map((value) => ({ value, ...wayWords(value) }))}
        value={way}
        onChange={choose}
      />
      {split && <SplitFields {...props} split={split} onSplit={set} />}
      {shadow && (
        <ColumnField
          {...column}
          id="compare-shadow"
          label={t('performance.shadow', 'Shadow prediction')}
          tooltip={t('performance.shadowTooltip', 'Column with the prediction of the version that only logs.')}
          error={errorBelow(errors, 'compare.shadow')}
          value={shadow.shadow.prediction}
          onChange={(prediction) => set({ ...shadow, shadow: { prediction: prediction ?? '' } })}
        />
      )}
      {way === 'rule' && compare !== undefined && 'naive' in compare && (
        <ColumnField
          {...column}
          id="compare-rule"
          label={t('performance.ruleColumn', 'Rule prediction')}
          tooltip={t('performance.ruleColumnTooltip', 'Column with the prediction of a simple rule.')}
          error={errorBelow(errors, 'compare.naive')}
          value={typeof compare.naive === 'object' ? compare.naive.field : undefined}
          onChange={(field) => set({ naive: { field: field ?? '' } })}
        />
      )}
      {versioned && (
        <NumberField
          id="compare-margin"
          label={t('performance.margin', 'Margin')}
          tooltip={t('performance.marginTooltip', 'The new version may be worse by this much. Example: 0.02.')}
          defaultValue={0.02}
          value={versioned.margin}
          error={errors.get('compare.margin')}
          onChange={(margin) => set({ ...versioned, margin })}
        />
      )}
    </FieldRow>
  );
}

interface SplitProps extends FeatureProps {
  range: AskedRange;
  split: Split;
  onSplit: (changed: Split) => void;
}

/** The column of the versions, and which two are compared. */
function SplitFields(props: SplitProps) {
  const { resources, draft, errors, connection, description, range, split, onSplit: set } = props;
  const versions = useValues(props, split.field, range);
  const column = { resources, draft, connection, description };
  return (
    <>
      <ColumnField
        {...column}
        id="compare-field"
        label={t('performance.compareField', 'Version column')}
        tooltip={t('performance.compareFieldTooltip', 'Column with the version of each call.')}
        error={errors.get('compare.field')}
        value={split.field}
        onChange={(field) => set({ ...split, field: field ?? '' })}
      />
      {(['old', 'new'] as const).map((side) => (
        <PickField
          key={side}
          id={`compare-${side}`}
          label={side === 'old' ? t('performance.old', 'Current version') : t('performance.new', 'New version')}
          width={18}
          error={errors.get(`compare.${side}`)}
          custom={t('features.custom', 'Custom value (variables supported)')}
          placeholder={t('performance.chooseVersion', 'Select a version')}
          options={[...versions.map((value) => ({ value })), ...variableOptions(resources)]}
          value={split[side] === '' ? undefined : split[side]}
          onChange={(name) => set({ ...split, [side]: name ?? '' })}
        />
      ))}
    </>
  );
}

/** What a choice begins with, for a person to fill. */
const FIRST: Readonly<Record<Way, Compare>> = {
  field: { field: '', old: '', new: '' },
  shadow: { shadow: { prediction: '' } },
  last: { naive: 'last' },
  seasonal: { naive: 'seasonal' },
  rule: { naive: { field: '' } },
};

function wayOf(compare: Compare): Way {
  if ('naive' in compare) {
    return typeof compare.naive === 'string' ? compare.naive : 'rule';
  }
  return 'shadow' in compare ? 'shadow' : 'field';
}

function wayWords(way: Way): { label: string; description: string } {
  switch (way) {
    case 'field':
      return {
        label: t('performance.byField', 'By version column'),
        description: t('performance.byFieldIs', 'Each call is answered by one version, such as a canary'),
      };
    case 'shadow':
      return {
        label: t('performance.byShadow', 'Shadow version'),
        description: t('performance.byShadowIs', 'The other version logs its prediction in the same rows'),
      };
    case 'last':
      return {
        label: t('performance.byLast', 'Last value'),
        description: t('performance.byLastIs', 'A naive forecast that repeats the last known value'),
      };
    case 'seasonal':
      return {
        label: t('performance.bySeason', 'Last season'),
        description: t('performance.bySeasonIs', 'A naive forecast that repeats the value of the last known season'),
      };
    case 'rule':
      return {
        label: t('performance.byRule', 'Simple rule'),
        description: t('performance.byRuleIs', 'The prediction of a simple rule in the same rows'),
      };
  }
}
