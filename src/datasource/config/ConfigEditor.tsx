import React from 'react';
import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { Button, Combobox, Field, Stack, Text } from '@grafana/ui';
import type { ConnectionSettings, ModelwatchSettings } from '../ModelwatchSettings';
import { ConnectionEditor } from './ConnectionEditor';
import { addConnection, changeConnection, removeConnection, renameConnection } from './connectionList';

type Props = DataSourcePluginOptionsEditorProps<ModelwatchSettings>;

/** The connections of the data source. "Save & test" tries each of them in the back end and says what is wrong. */
export function ConfigEditor({ options, onOptionsChange }: Props) {
  const { connections = {}, defaultConnection } = options.jsonData;
  const names = Object.keys(connections);
  const update = (change: Partial<ModelwatchSettings>) =>
    onOptionsChange({ ...options, jsonData: { ...options.jsonData, version: 1, ...change } });
  const write = (changed: Record<string, ConnectionSettings>, newDefault = defaultConnection) =>
    update({
      connections: changed,
      defaultConnection: newDefault !== undefined && newDefault in changed ? newDefault : undefined,
    });
  return (
    <Stack direction="column" gap={3}>
      <div>
        <Text element="h2" variant="h3">
          Connections
        </Text>
        <Text element="p" color="secondary">
          Where the data is that models are judged by. Whoever may query this data source may read what its connections
          lead to.
        </Text>
      </div>
      <Stack direction="column" gap={2}>
        {names.length === 0 && <Text color="secondary">No connection yet. Add one, then press Save & test.</Text>}
        {names.map((name, index) => (
          <ConnectionEditor
            // The name changes while it is typed.
            key={index}
            name={name}
            connection={connections[name]}
            otherNames={names.filter((other) => other !== name)}
            onRename={(to) =>
              write(renameConnection(connections, name, to), defaultConnection === name ? to : defaultConnection)
            }
            onChange={(connection) => write(changeConnection(connections, name, connection))}
            onRemove={() => write(removeConnection(connections, name))}
            isReadOnly={options.readOnly ?? false}
          />
        ))}
        <div>
          <Button
            variant="secondary"
            icon="plus"
            disabled={options.readOnly}
            onClick={() => write(addConnection(connections))}
          >
            Add a connection to files
          </Button>
        </div>
      </Stack>
      {names.length > 1 && (
        <Field
          label="Default connection"
          description="Taken by queries that name none."
          htmlFor="default-connection"
          noMargin
        >
          <Combobox
            id="default-connection"
            width={40}
            isClearable
            placeholder="None: every query names one"
            options={names.map((value) => ({ value }))}
            value={defaultConnection ?? null}
            onChange={(option: { value: string } | null) => update({ defaultConnection: option?.value })}
          />
        </Field>
      )}
    </Stack>
  );
}
