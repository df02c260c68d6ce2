import React from 'react';
import type { SelectionDescription } from '../../resources';
import { t } from '../../text';
import { PickField } from '../fields/PickField';
import type { Loaded } from '../fields/useLoaded';
import { variableOptions } from '../fields/variableOptions';
import type { SelectionPartProps } from './SelectionProps';

interface Props extends SelectionPartProps {
  description: Loaded<SelectionDescription>;
  tooltip: string;
}

/** Which column or field tells when a row was logged. */
export function TimeFieldPicker({ resources, selection, path, errors, inherited, onSet, description, tooltip }: Props) {
  const times = (description.value?.fields ?? []).filter(({ type }) => type === 'time');
  return (
    <PickField
      id={`${path}-time`}
      label={t('selection.time.label', 'Time field')}
      tooltip={tooltip}
      error={errors.get(`${path}.timeField`)}
      width={20}
      custom={t('selection.time.custom', 'Use this column')}
      loading={description.loading}
      options={[
        ...times.map(({ name, evidence }) => ({ value: name, description: evidence })),
        ...variableOptions(resources),
      ]}
      value={selection.timeField}
      placeholder={inherited.timeField ?? t('selection.time.none', 'None')}
      onChange={(timeField) => onSet({ timeField })}
    />
  );
}
