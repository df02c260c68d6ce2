import React from 'react';
import { Field } from '@grafana/ui';
import type { StoreConnectionSettings } from '../ModelwatchSettings';
import { SteadyCombobox } from '../editor/fields/SteadyCombobox';
import { t } from '../text';
import type { ConnectionProps } from './ConnectionProps';
import { connectionTypeName } from './connectionTypeName';
import { grafanaSources, sourceOptions } from './grafanaSources';
import { useTouched } from './useTouched';

/** Which of Grafana's data sources is gone through: only allowed ones of the right type are offered. */
export function GrafanaSourceField({
  name,
  connection,
  settings,
  isReadOnly,
  onConnection,
}: ConnectionProps<StoreConnectionSettings>) {
  const { type, grafanaUid = '' } = connection;
  const { allowedUids } = settings.jsonData;
  const isAllowed = (uid: string) => allowedUids === undefined || allowedUids === null || allowedUids.includes(uid);
  const sources = grafanaSources(type).filter(({ uid }) => isAllowed(uid));
  const { isTouched, touch } = useTouched();
  const error =
    grafanaUid === ''
      ? isTouched
        ? t('source.choose', 'Select a data source')
        : undefined
      : isAllowed(grafanaUid)
        ? undefined
        : t('source.refused', 'Not in the list of allowed data sources below');
  return (
    <Field
      label={t('source.label', 'Grafana data source')}
      description={
        sources.length === 0
          ? t('source.none', 'No allowed data source for {{type}}. Add one to Grafana, or allow it below.', {
              type: connectionTypeName(type),
            })
          : t('source.is', "Uses the data source's URL, credentials, and TLS settings.")
      }
      htmlFor={`${name}-source`}
      required
      invalid={error !== undefined}
      error={error}
      noMargin
    >
      <SteadyCombobox
        id={`${name}-source`}
        width={40}
        disabled={isReadOnly}
        createCustomValue
        customValueDescription={t('source.uid', 'Use this UID')}
        options={sourceOptions(sources, [grafanaUid])}
        value={grafanaUid === '' ? null : grafanaUid}
        onBlur={touch}
        onChange={({ value }) => onConnection({ ...connection, grafanaUid: value })}
      />
    </Field>
  );
}
