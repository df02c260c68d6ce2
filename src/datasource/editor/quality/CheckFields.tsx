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
          tooltip={t('checks.tooltip', 'Only these; all that the data allow, unless some are chosen.')}
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
        label={t('checks.slice', 'Gaps by')}
        width={14}
        tooltip={t(
          'checks.sliceTooltip',
          'Each window is cut into stretches this long, to find gaps, repeated hours and stuck sensors; none: not at all.'
        )}
        placeholder="1h"
        value={draft.slice ?? ''}
        error={errors.get('slice')}
        onChange={(slice) => onChange({ ...draft, slice: slice === '' ? undefined : slice })}
      />
      <TextField
        id="bias-prediction"
        label={t('checks.prediction', 'Predicted class in')}
        optional
        width={20}
        tooltip={t(
          'checks.biasTooltip',
          'Shares of predicted classes against those of the labels that came: both columns must be named.'
        )}
        value={bias?.prediction ?? ''}
        error={errors.get('bias.prediction')}
        onChange={(prediction) => setBias({ prediction })}
      />
      <TextField
        id="bias-label"
        label={t('checks.labels', 'True class in')}
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
    columns: t('checks.columns', 'columns that are new, gone or renamed'),
    missing: t('checks.missing', 'missing values and NaN'),
    type: t('checks.type', 'values of another type'),
    range: t('checks.range', 'values outside of the range'),
    categories: t('checks.categories', 'values outside of the set, new and vanished ones'),
    format: t('checks.format', 'texts of another form or length'),
    unit: t('checks.unit', 'a change of unit'),
    stuck: t('checks.stuck', 'values that no longer change'),
    rows: t('checks.rows', 'gaps and repeated rows'),
    arrival: t('checks.arrival', 'rows that come late, or no longer'),
    bias: t('checks.bias', 'predicted classes beside labels'),
  };
  return words[check];
}

const styles = { wide: css({ flex: '1 1 280px', minWidth: 0, maxWidth: 600 }) };
