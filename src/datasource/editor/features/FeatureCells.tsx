import React from 'react';
import type { FeatureSpec } from '../../../query/selection';
import { markersIn } from '../../cells/numberForms';
import { NumberFormFields } from '../../cells/NumberFormFields';
import { t } from '../../text';
import { Disclosure } from '../fields/Disclosure';
import { FieldRow } from '../fields/FieldRow';
import { LabelledField } from '../fields/LabelledField';
import { TextField } from '../fields/TextField';
import type { SectionProps } from '../SectionProps';

/** How the cells of the chosen columns of a file are read, where that differs from the connection's setting. */
export function FeatureCells({ draft, onChange }: Pick<SectionProps, 'draft' | 'onChange'>) {
  const current = draft.current ?? {};
  const features = current.features ?? [];
  if (features.length === 0) {
    return null;
  }
  const set = (name: string, change: Pick<FeatureSpec, 'missing'> | Pick<FeatureSpec, 'numbers'>) =>
    onChange({
      ...draft,
      current: {
        ...current,
        features: features.map((feature) => (feature.name === name ? said({ ...feature, ...change }) : feature)),
      },
    });
  const own = features.filter(({ missing, numbers }) => missing !== undefined || numbers !== undefined);
  return (
    <Disclosure
      isNested
      title={t('cells.title', 'Missing markers and number formats')}
      summary={
        own.length === 0 ? t('cells.connection', 'as the connection says') : own.map(({ name }) => name).join(', ')
      }
    >
      {features.map(({ name, missing, numbers }) => (
        <div key={name} role="group" aria-label={t('cells.of', 'Cells of {{name}}', { name })}>
          <FieldRow>
            <TextField
              id={`missing-${name}`}
              label={t('cells.missing', 'Missing in {{name}}', { name })}
              tooltip={t(
                'cells.missingIs',
                'Values to read as missing, besides NA, NULL, ?, and similar. Separate them with commas. Example: -999, n.b.'
              )}
              placeholder="-999"
              value={(missing ?? []).join(', ')}
              optional
              onChange={(text) => set(name, { missing: markersIn(text) })}
            />
            <LabelledField label={t('cells.numbers', 'Numbers')} htmlFor={`numbers-${name}`} optional>
              <NumberFormFields
                id={`numbers-${name}`}
                value={numbers}
                onChange={(forms) => set(name, { numbers: forms })}
              />
            </LabelledField>
          </FieldRow>
        </div>
      ))}
    </Disclosure>
  );
}

/** Without keys that say nothing: a stored query lists only what was set. */
function said(feature: FeatureSpec): FeatureSpec {
  return Object.fromEntries(Object.entries(feature).filter(([, value]) => value !== undefined)) as FeatureSpec;
}
