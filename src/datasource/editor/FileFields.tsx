import React from 'react';
import { Combobox, type ComboboxOption } from '@grafana/ui';
import type { Selection } from '../../query/selection';
import type { Resources } from '../resources';
import type { DraftErrors } from '../validateDraft';
import { LabelledField } from './LabelledField';
import { TextField } from './TextField';
import { useLoaded } from './useLoaded';
import { useSelectionDescription } from './useSelectionDescription';

interface Props {
  resources: Resources;
  selection: Selection;
  /** Where the selection stands in the query, for ids and errors. */
  path: string;
  errors: DraftErrors;
  /** What is not named is taken from there. */
  inherited?: Selection;
  connection: string | undefined;
  /** Whether the connections have been loaded, so that files can be asked for. */
  isKnown: boolean;
  onSet: (change: Partial<Selection>) => void;
}

/** What a connection to files needs: a file, the column of the time, and which rows. */
export function FileFields(props: Props) {
  const { resources, selection, path, errors, inherited = {}, onSet } = props;
  const description = useSelectionDescription(resources, { ...inherited, ...selection });
  const times = (description.value?.fields ?? []).filter((field) => field.type === 'time');
  return (
    <>
      <FileSelect {...props} error={errors.get(`${path}.path`) ?? description.error} />
      <LabelledField
        label="Time field"
        htmlFor={`${path}-time`}
        tooltip="The column that holds the time. Without one the file is one sample, whatever the dashboard's time range."
        error={errors.get(`${path}.timeField`)}
      >
        <Combobox
          id={`${path}-time`}
          width={20}
          isClearable
          createCustomValue
          customValueDescription="Use this column"
          loading={description.loading}
          options={times.map((field) => ({ value: field.name, description: field.evidence }))}
          value={selection.timeField ?? null}
          placeholder={inherited.timeField ?? 'None'}
          onChange={(option: ComboboxOption | null) => onSet({ timeField: option?.value })}
        />
      </LabelledField>
      <TextField
        id={`${path}-query`}
        label="Only rows with"
        optional
        tooltip="column:value, several joined by AND. For example model_version:2 AND origin:JFK"
        placeholder={inherited.query ?? 'column:value'}
        value={selection.query ?? ''}
        error={errors.get(`${path}.query`)}
        onChange={(query) => onSet({ query })}
      />
    </>
  );
}

function FileSelect({
  resources,
  selection,
  path,
  inherited,
  connection,
  isKnown,
  onSet,
  error,
}: Props & { error?: string }) {
  const files = useLoaded(isKnown ? `files ${connection}` : null, () => resources.files(connection));
  return (
    <LabelledField
      label="File"
      htmlFor={`${path}-path`}
      tooltip="CSV, newline-delimited JSON, JSON or Parquet, below the connection's folder."
      error={error ?? files.error}
    >
      <Combobox
        id={`${path}-path`}
        width={32}
        isClearable
        createCustomValue
        customValueDescription="Use this path; it may hold a variable"
        loading={files.loading}
        options={(files.value ?? []).map((file) => ({ value: file }))}
        value={selection.path ?? null}
        placeholder={inherited?.path ?? 'Choose a file'}
        onChange={(option: ComboboxOption | null) => onSet({ path: option?.value })}
      />
    </LabelledField>
  );
}
