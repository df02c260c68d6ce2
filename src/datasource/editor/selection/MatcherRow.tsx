import React from 'react';
import { InputGroup } from '@grafana/plugin-ui';
import { Button } from '@grafana/ui';
import type { Resources } from '../../resources';
import { t } from '../../text';
import { HiddenLabel } from '../fields/HiddenLabel';
import { SteadyCombobox } from '../fields/SteadyCombobox';
import { useCompletion } from '../fields/useCompletion';
import { type Matcher, OPERATORS } from './parseMatchers';

interface Props {
  id: string;
  resources: Resources;
  connection: string | undefined;
  metric?: string;
  matcher: Matcher;
  /** The other matchers: only what they leave is offered. */
  others: string;
  onChange: (matcher: Matcher) => void;
  onRemove: () => void;
}

/** One label matcher: label, operator, value. */
export function MatcherRow({ id, resources, connection, metric, matcher, others, onChange, onRemove }: Props) {
  const { label, operator, value } = matcher;
  const series = { connection, metric, matchers: others };
  const labels = useCompletion(resources, { ...series, what: 'label' });
  const values = useCompletion(resources, { ...series, what: 'value', label });
  return (
    <>
      <HiddenLabel htmlFor={`${id}-label`}>{t('selection.matchers.which', 'Label')}</HiddenLabel>
      <HiddenLabel htmlFor={`${id}-operator`}>{t('selection.matchers.operator', 'Operator')}</HiddenLabel>
      <HiddenLabel htmlFor={`${id}-value`}>{t('selection.matchers.value', 'Value')}</HiddenLabel>
      <InputGroup>
        <SteadyCombobox
          id={`${id}-label`}
          placeholder={t('selection.matchers.which', 'Label')}
          width={18}
          createCustomValue
          options={labels.options}
          value={label === '' ? null : label}
          onChange={(option) => onChange({ ...matcher, label: option.value })}
        />
        <SteadyCombobox
          id={`${id}-operator`}
          width={8}
          options={OPERATORS.map((known) => ({ value: known }))}
          value={operator}
          onChange={(option) => onChange({ ...matcher, operator: option.value })}
        />
        <SteadyCombobox
          id={`${id}-value`}
          placeholder={t('selection.matchers.value', 'Value')}
          width={22}
          createCustomValue
          customValueDescription={t('selection.matchers.custom', 'Custom value (variables supported)')}
          disabled={label === ''}
          options={values.options}
          value={value === '' ? null : value}
          onChange={(option) => onChange({ ...matcher, value: option.value })}
        />
        <Button
          variant="secondary"
          icon="times"
          aria-label={t('selection.matchers.remove', 'Remove {{label}}', { label: label || 'label' })}
          onClick={onRemove}
        />
      </InputGroup>
    </>
  );
}
