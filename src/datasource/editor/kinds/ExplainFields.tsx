import React from 'react';
import { explainQuerySchema } from '../../../query/explainQuery';
import { t } from '../../text';
import { NumberField } from '../fields/NumberField';
import { TextField } from '../fields/TextField';
import type { SectionProps } from '../SectionProps';

const TOP = explainQuerySchema.shape.top.unwrap().parse(10);

/** Which feature is explained, by the values of which fields, with how many causes. */
export function ExplainFields({ draft, errors, onChange }: SectionProps) {
  return (
    <>
      <TextField
        id="target"
        label={t('explain.target', 'Explain')}
        tooltip={t('explain.targetTooltip', 'The drifted feature to explain. Empty: the one that drifted most.')}
        placeholder={t('explain.most', 'Most drifted')}
        width={20}
        optional
        value={draft.target ?? ''}
        error={errors.get('target')}
        onChange={(target) => onChange({ ...draft, target: target === '' ? undefined : target })}
      />
      <TextField
        id="by"
        label={t('explain.by', 'By')}
        tooltip={t(
          'explain.byTooltip',
          'Fields whose values may be causes, separated by commas. Empty: all fields with at most 50 values.'
        )}
        placeholder={t('explain.all', 'All fields with few values')}
        width={30}
        optional
        value={(draft.by ?? []).join(', ')}
        error={errors.get('by')}
        onChange={(text) => onChange({ ...draft, by: listOf(text) })}
      />
      <NumberField
        id="top"
        label={t('explain.top', 'Causes')}
        tooltip={t('explain.topTooltip', 'Maximum number of causes.')}
        step={1}
        defaultValue={TOP}
        value={draft.top}
        error={errors.get('top')}
        onChange={(top) => onChange({ ...draft, top })}
      />
    </>
  );
}

function listOf(text: string): string[] | undefined {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length === 0 ? undefined : names;
}
