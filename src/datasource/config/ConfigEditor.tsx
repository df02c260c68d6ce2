import React from 'react';
import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { ConfigSection } from '@grafana/plugin-ui';
import { Button, Field, Stack, Text } from '@grafana/ui';
import type { ConnectionType, ModelwatchSecrets, ModelwatchSettings } from '../ModelwatchSettings';
import { SteadyCombobox } from '../editor/fields/SteadyCombobox';
import { SettingsHelp } from '../help/SettingsHelp';
import { t } from '../text';
import { ConnectionEditor } from './ConnectionEditor';
import { connectionTypeName } from './connectionTypeName';
import { GrafanaAccessSection } from './GrafanaAccessSection';
import { MoreSection } from './MoreSection';
import {
  addConnection,
  changeConnection,
  connectionsOf,
  removeConnection,
  renameConnection,
  withJson,
} from './settings';

type Props = DataSourcePluginOptionsEditorProps<ModelwatchSettings, ModelwatchSecrets>;

const TYPES: readonly ConnectionType[] = ['prometheus', 'elasticsearch', 'file', 'mlflow'];

/** The connections of the data source. "Save & test" tries each of them in the back end and says what is wrong. */
export function ConfigEditor({ options, onOptionsChange }: Props) {
  const connections = connectionsOf(options);
  const names = Object.keys(connections);
  // A registry has no rows to query.
  const places = names.filter((name) => connections[name].type !== 'mlflow');
  const isReadOnly = options.readOnly ?? false;
  return (
    <Stack direction="column" gap={4}>
      <SettingsHelp uid={options.uid} />
      <ConfigSection
        title={t('config.connections', 'Connections')}
        description={t(
          'config.connectionsIs',
          'Monitored data stores. Anyone who can query this data source can read them.'
        )}
      >
        <Stack direction="column" gap={2}>
          {names.length === 0 && (
            <Text color="secondary">{t('config.none', 'No connections yet. Add one, then click Save & test.')}</Text>
          )}
          {names.map((name, index) => (
            <ConnectionEditor
              // The name changes while it is typed.
              key={index}
              name={name}
              connection={connections[name]}
              settings={options}
              otherNames={names.filter((other) => other !== name)}
              isReadOnly={isReadOnly}
              onRename={(to) => onOptionsChange(renameConnection(options, name, to))}
              onRemove={() => onOptionsChange(removeConnection(options, name))}
              onConnection={(connection) => onOptionsChange(changeConnection(options, name, connection))}
              onSettings={onOptionsChange}
            />
          ))}
          <Stack direction="row" wrap="wrap" gap={1}>
            {TYPES.map((type) => (
              <Button
                key={type}
                variant="secondary"
                icon="plus"
                disabled={isReadOnly}
                onClick={() => onOptionsChange(addConnection(options, type))}
                aria-label={t('config.add', 'Add a connection to {{type}}', { type: connectionTypeName(type) })}
              >
                {connectionTypeName(type)}
              </Button>
            ))}
          </Stack>
          {places.length > 1 && (
            <Field
              label={t('config.default', 'Default connection')}
              description={t('config.defaultIs', 'Used when a query specifies no connection.')}
              htmlFor="default-connection"
              noMargin
            >
              <SteadyCombobox
                id="default-connection"
                width={40}
                isClearable
                disabled={isReadOnly}
                placeholder={t('config.noDefault', 'None (select per query)')}
                options={places.map((value) => ({ value }))}
                value={options.jsonData.defaultConnection ?? null}
                onChange={(option: { value: string } | null) =>
                  onOptionsChange(withJson(options, { defaultConnection: option?.value }))
                }
              />
            </Field>
          )}
        </Stack>
      </ConfigSection>
      <MoreSection settings={options} isReadOnly={isReadOnly} onSettings={onOptionsChange} />
      <GrafanaAccessSection settings={options} isReadOnly={isReadOnly} onSettings={onOptionsChange} />
    </Stack>
  );
}
