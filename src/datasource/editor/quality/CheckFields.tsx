import React from 'react';
import { css } from '@emotion/css';
import { MultiCombobox } from '@grafana/ui';
import { CHECK_NAMES, type CheckName } from '../../../query/qualityQuery';
import { t } from '../../text';
import { FieldRow } from '../fields/FieldRow';
import { LabelledField } from '../fields/LabelledField';
import { TextField } from '../fields/TextField';
import { errorBelow } from '../features/errorBelow';
import type { SectionProps } from '../SectionProps';

/** Which checks are made, in which slices gaps are looked for, and which predictions are held against which labels. */
export function CheckFields({ draft, errors, onChange }: SectionProps) {
  const { bias } = draft;
  const setBias = (change: Partial<NonNullable<typeof bias>>) => {
    const changed = { prediction: '', label: '', ...bias, ...change };
    onChange({ ...draft, bias: changed.prediction === '' && changed.label === '' ? undefined : changed });
  };
  return (
    <FieldRow>
      <div className={styles.wide}>
        <LabelledField
          label={t('checks.label', 'Checks')}
          htmlFor="checks"
          optional
          tooltip={t('checks.tooltip', 'Leave empty to run all checks that the data supports.')}
          error={errorBelow(errors, 'checks')}
        >
          <MultiCombobox<CheckName>
            id="checks"
            placeholder={t('checks.all', 'All checks')}
            options={CHECK_NAMES.map((value) => ({ value, description: checkWords(value) }))}
            value={draft.checks ?? []}
            onChange={(chosen) =>
              onChange({ ...draft, checks: chosen.length > 0 ? chosen.map(({ value }) => value) : undefined })
            }
          />
        </LabelledField>
      </div>
      <TextField
        id="slice"
        label={t('checks.slice', 'Gap check interval')}
        width={14}
        tooltip={t(
          'checks.sliceTooltip',
          'Splits each window to find gaps, repeated hours, and stuck sensors. Leave empty to disable.'
        )}
        placeholder="1h"
        value={draft.slice ?? ''}
        error={errors.get('slice')}
        onChange={(slice) => onChange({ ...draft, slice: slice === '' ? undefined : slice })}
      />
      <TextField
        id="bias-prediction"
        label={t('checks.prediction', 'Prediction column')}
        optional
        width={20}
        tooltip={t(
          'checks.biasTooltip',
          'Compares shares of predicted classes with shares of the labels. Requires both columns.'
        )}
        value={bias?.prediction ?? ''}
        error={errors.get('bias.prediction')}
        onChange={(prediction) => setBias({ prediction })}
      />
      <TextField
        id="bias-label"
        label={t('checks.labels', 'Label column')}
        optional
        width={20}
        value={bias?.label ?? ''}
        error={errors.get('bias.label')}
        onChange={(label) => setBias({ label })}
      />
    </FieldRow>
  );
}

function checkWords(check: CheckName): string {
  const words: Record<CheckName, string> = {
    columns: t('checks.columns', 'New, removed, and renamed columns'),
    missing: t('checks.missing', 'Missing values and NaN'),
    type: t('checks.type', 'Invalid types'),
    range: t('checks.range', 'Values out of range'),
    categories: t('checks.categories', 'Unexpected, new, and missing categories'),
    format: t('checks.format', 'Text format and length'),
    unit: t('checks.unit', 'Unit changes'),
    stuck: t('checks.stuck', 'Stuck values'),
    rows: t('checks.rows', 'Gaps and duplicate rows'),
    arrival: t('checks.arrival', 'Late or stale data'),
    bias: t('checks.bias', 'Prediction bias'),
    rules: t('checks.rules', 'Rules across columns'),
  };
  return words[check];
}

const styles = { wide: css({ flex: '1 1 280px', minWidth: 0, maxWidth: 600 }) };
