import React from 'react';
import { css } from '@emotion/css';
import { MultiCombobox } from '@grafana/ui';
import type { FeatureSpec } from '../../../query/selection';
import { t } from '../../text';
import { LabelledField } from '../fields/LabelledField';
import { variableOptions } from '../fields/variableOptions';
import { errorBelow } from './errorBelow';
import type { FeatureProps } from './FeatureProps';
import { withChosen } from './withChosen';

/** Features that are columns of a file or fields of documents. Times and identifiers are not offered. */
export function ColumnPicker({ resources, draft, errors, onChange, description }: FeatureProps) {
  const current = draft.current ?? {};
  const features = current.features ?? [];
  const names = features.map(({ name }) => name);
  const fields = (description.value?.fields ?? []).filter(({ type, identifier }) => type !== 'time' && !identifier);
  const options = [
    ...fields.map(({ name, type, evidence }) => ({ value: name, description: `${type}: ${evidence}` })),
    ...variableOptions(resources),
  ];
  const pick = (picked: string[]) => {
    const specs = picked.map((name): FeatureSpec => features.find((feature) => feature.name === name) ?? { name });
    onChange({ ...draft, current: { ...current, features: specs.length > 0 ? specs : undefined } });
  };
  return (
    <div className={styles.wide}>
      <LabelledField
        label={t('features.label', 'Features')}
        htmlFor="features"
        tooltip={t('features.tooltip', 'Leave empty for all except timestamps and identifiers.')}
        error={errorBelow(new Map([...errors].filter(([path]) => !path.includes('.expect'))), 'current.features')}
      >
        <MultiCombobox
          id="features"
          createCustomValue
          customValueDescription={t('features.custom', 'Custom value (variables supported)')}
          loading={description.loading}
          placeholder={t('features.all', 'All features')}
          options={withChosen(options, names)}
          value={names}
          onChange={(chosen) => pick(chosen.map((option) => option.value))}
        />
      </LabelledField>
    </div>
  );
}

/** Wide enough for names, and it shares the row. */
const styles = { wide: css({ flex: '3 1 320px', minWidth: 0, maxWidth: 900 }) };
