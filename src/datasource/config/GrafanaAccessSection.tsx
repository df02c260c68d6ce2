import React from 'react';
import { css } from '@emotion/css';
import { ConfigSection } from '@grafana/plugin-ui';
import { Field, MultiCombobox, Stack, Switch } from '@grafana/ui';
import { Controls } from '../editor/fields/Controls';
import { t } from '../text';
import { grafanaSources, sourceOptions } from './grafanaSources';
import { SecretField } from './SecretField';
import { connectionsOf, isStored, type Settings, withJson } from './settings';

interface Props {
  settings: Settings;
  isReadOnly: boolean;
  onSettings: (settings: Settings) => void;
}

/** How Modelwatch may go through Grafana to its other data sources; not shown where no connection does. */
export function GrafanaAccessSection({ settings, isReadOnly, onSettings }: Props) {
  const allowedUids = settings.jsonData.allowedUids ?? undefined;
  const used = Object.values(connectionsOf(settings)).flatMap((connection) =>
    connection.type === 'file' || !connection.grafanaUid ? [] : [connection.grafanaUid]
  );
  const goesThrough = Object.values(connectionsOf(settings)).some(
    (connection) => connection.type !== 'file' && connection.grafanaUid !== undefined
  );
  if (!goesThrough && allowedUids === undefined && !isStored(settings, 'grafana', 'token')) {
    return null;
  }
  const set = (uids: string[] | undefined) => onSettings(withJson(settings, { allowedUids: uids }));
  return (
    <ConfigSection
      title={t('grafana.title', 'Through Grafana')}
      description={t(
        'grafana.is',
        "Uses a service account's permissions. Anyone who can query this data source can query those too."
      )}
    >
      <Stack direction="column" gap={2}>
        <SecretField
          owner="grafana"
          what="token"
          label={t('grafana.token', 'Service account token')}
          description={t(
            'grafana.tokenIs',
            'Requires the permissions datasources:read and datasources:query. Leave empty if Grafana manages a service account for this plugin.'
          )}
          placeholder="glsa_…"
          settings={settings}
          isReadOnly={isReadOnly}
          onSettings={onSettings}
        />
        <Field
          label={t('grafana.restrict', 'Restrict data sources')}
          description={t(
            'grafana.restrictIs',
            'Allows only the listed data sources. Off: allows those that connections specify.'
          )}
          htmlFor="restrict-sources"
          noMargin
        >
          <Switch
            id="restrict-sources"
            value={allowedUids !== undefined}
            disabled={isReadOnly}
            onChange={(event) => set(event.currentTarget.checked ? [...new Set(used)] : undefined)}
          />
        </Field>
        {allowedUids !== undefined && (
          <Field label={t('grafana.allowed', 'Allowed data sources')} htmlFor="allowed-sources" noMargin>
            <Controls className={wide}>
              <MultiCombobox
                id="allowed-sources"
                disabled={isReadOnly}
                createCustomValue
                placeholder={t('grafana.noneAllowed', 'None')}
                options={sourceOptions(grafanaSources(), allowedUids)}
                value={allowedUids}
                onChange={(chosen) => set(chosen.map(({ value }) => value))}
              />
            </Controls>
          </Field>
        )}
      </Stack>
    </ConfigSection>
  );
}

const wide = css({ maxWidth: 720 });
