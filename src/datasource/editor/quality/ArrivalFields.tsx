import React from 'react';
import { t } from '../../text';
import { FieldRow } from '../fields/FieldRow';
import { NumberField } from '../fields/NumberField';
import { PickField } from '../fields/PickField';
import { TextField } from '../fields/TextField';
import { variableOptions } from '../fields/variableOptions';
import type { SectionProps } from '../SectionProps';
import { useConnection } from '../selection/useConnection';
import { useSelectionDescription } from '../selection/useSelectionDescription';

/** Which field says when a row arrived, how late it may be, and for how long nothing may come. */
export function ArrivalFields({ resources, draft, errors, onChange }: SectionProps) {
  const selection = draft.current ?? {};
  const connection = useConnection(resources, selection);
  const description = useSelectionDescription(resources, selection, connection.type);
  const { arrival = {} } = draft;
  const set = (change: Partial<typeof arrival>) => {
    const entries = Object.entries({ ...arrival, ...change }).filter(
      ([, value]) => value !== undefined && value !== ''
    );
    onChange({ ...draft, arrival: entries.length > 0 ? Object.fromEntries(entries) : undefined });
  };
  if (connection.type === 'prometheus') {
    return null;
  }
  const times = (description.value?.fields ?? []).filter(
    ({ name, type }) => type === 'time' && name !== selection.timeField
  );
  return (
    <FieldRow>
      <PickField
        id="arrival-field"
        label={t('arrival.field', 'Arrival time field')}
        optional
        width={20}
        tooltip={t(
          'arrival.fieldTooltip',
          'The field that holds the time at which a row arrived. Modelwatch checks how long rows take.'
        )}
        error={errors.get('arrival.field') ?? errors.get('arrival')}
        custom={t('arrival.custom', 'Use this field')}
        loading={description.loading}
        options={[
          ...times.map(({ name, evidence }) => ({ value: name, description: evidence })),
          ...variableOptions(resources),
        ]}
        value={arrival.field}
        placeholder={t('arrival.none', 'None')}
        onChange={(field) => set({ field })}
      />
      <TextField
        id="arrival-delay"
        label={t('arrival.delay', 'Maximum arrival delay')}
        optional
        width={14}
        tooltip={t(
          'arrival.delayTooltip',
          'Later rows count as late. Leave empty to take the usual delay from the baseline.'
        )}
        placeholder={t('arrival.usual', 'From baseline')}
        value={arrival.maxDelay ?? ''}
        error={errors.get('arrival.maxDelay')}
        onChange={(maxDelay) => set({ maxDelay })}
      />
      <NumberField
        id="arrival-tolerate"
        label={t('arrival.tolerate', 'Allowed late share')}
        tooltip={t('arrival.tolerateTooltip', 'Share of rows that may arrive late. 0.01 = 1%.')}
        defaultValue={0}
        value={arrival.tolerate}
        error={errors.get('arrival.tolerate')}
        onChange={(tolerate) => set({ tolerate })}
      />
      <TextField
        id="arrival-age"
        label={t('arrival.age', 'Maximum data age')}
        optional
        width={14}
        tooltip={t(
          'arrival.ageTooltip',
          'Maximum time between the newest row and the end of the window. Leave empty to take it from past windows.'
        )}
        placeholder={t('arrival.usual', 'From baseline')}
        value={arrival.maxAge ?? ''}
        error={errors.get('arrival.maxAge')}
        onChange={(maxAge) => set({ maxAge })}
      />
    </FieldRow>
  );
}
