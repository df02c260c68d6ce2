import React from 'react';
import { Combobox, type ComboboxOption } from '@grafana/ui';
import type { Selection } from '../../query/selection';
import type { ConnectionList, Resources } from '../resources';
import type { DraftErrors } from '../validateDraft';
import { FileFields } from './FileFields';
import { LabelledField } from './LabelledField';
import { useLoaded } from './useLoaded';

interface Props {
  resources: Resources;
  selection: Selection;
  /** Where the selection stands in the query, for ids and errors: `current` or `baseline`. */
  path: string;
  errors: DraftErrors;
  /** What is not named is taken from there. */
  inherited?: Selection;
  onChange: (selection: Selection) => void;
}

/** Where a sample comes from: connection, then what that type of connection needs. */
export function SelectionFields({ resources, selection, path, errors, inherited, onChange }: Props) {
  const connections = useLoaded('connections', resources.connections);
  const known = connections.value?.connections ?? [];
  const name = selection.connection ?? inherited?.connection ?? defaultOf(connections.value);
  const resolved = name === undefined ? undefined : resources.resolve(name);
  const type = known.find((connection) => connection.name === resolved)?.type ?? 'file';
  const set = (change: Partial<Selection>) => onChange(withoutEmpty({ ...selection, ...change }));
  return (
    <>
      <LabelledField
        label="Connection"
        htmlFor={`${path}-connection`}
        tooltip="Where the data is. Connections are set up on the data source's configuration page."
        error={errors.get(`${path}.connection`) ?? connections.error}
      >
        <Combobox
          id={`${path}-connection`}
          width={24}
          isClearable
          loading={connections.loading}
          options={known.map((connection) => ({ value: connection.name, description: connection.type }))}
          value={selection.connection ?? null}
          placeholder={name ?? 'Choose a connection'}
          onChange={(option: ComboboxOption | null) => set({ connection: option?.value, path: undefined })}
        />
      </LabelledField>
      {type === 'file' && (
        <FileFields
          resources={resources}
          selection={selection}
          path={path}
          errors={errors}
          inherited={inherited}
          onSet={set}
          connection={resolved}
          isKnown={connections.value !== undefined}
        />
      )}
    </>
  );
}

/** The connection of queries that name none: as the back end takes it. */
function defaultOf(list: ConnectionList | undefined): string | undefined {
  return list?.defaultConnection ?? (list?.connections.length === 1 ? list.connections[0].name : undefined);
}

function withoutEmpty(selection: Selection): Selection {
  return Object.fromEntries(Object.entries(selection).filter(([, value]) => value !== undefined && value !== ''));
}
