import React from 'react';
import { t } from '../../text';
import { PickField } from '../fields/PickField';
import { TextField } from '../fields/TextField';
import { useLoaded } from '../fields/useLoaded';
import { variableOptions } from '../fields/variableOptions';
import type { SelectionPartProps } from './SelectionProps';
import { TimeFieldPicker } from './TimeFieldPicker';
import { usePickPlace } from './usePickPlace';
import { useSelectionDescription } from './useSelectionDescription';

/** What a connection to files needs: a file, the column of the time, and which rows. */
export function FileFields(props: SelectionPartProps) {
  const { resources, connection, selection, path, errors, inherited, onSet } = props;
  const { resolved } = connection;
  const files = useLoaded(`files ${resolved}`, () => resources.files(resolved));
  const description = useSelectionDescription(resources, { ...inherited, ...selection }, connection.type);
  const { pick, pending } = usePickPlace(props, 'path');
  return (
    <>
      <PickField
        id={`${path}-path`}
        label={t('selection.file.label', 'File')}
        tooltip={t('selection.file.tooltip', 'CSV, NDJSON, JSON, or Parquet, in the folder of the connection.')}
        error={errors.get(`${path}.path`) ?? description.error ?? files.error}
        width={32}
        custom={t('selection.file.custom', 'Custom path (variables supported)')}
        loading={files.loading || pending !== undefined}
        options={[...(files.value ?? []).map((value) => ({ value })), ...variableOptions(resources)]}
        value={pending ?? selection.path}
        placeholder={inherited.path ?? t('selection.file.choose', 'Select a file')}
        onChange={pick}
      />
      <TimeFieldPicker
        {...props}
        description={description}
        tooltip={t(
          'selection.file.time',
          'The column that contains the time. Without one, the whole file is one sample, regardless of the time range.'
        )}
      />
      <TextField
        id={`${path}-query`}
        label={t('selection.file.filter', 'Row filter')}
        optional
        tooltip={t(
          'selection.file.filterTooltip',
          'column:value, joined with AND. Example: model_version:2 AND origin:JFK.'
        )}
        placeholder={inherited.query ?? t('selection.file.filterExample', 'column:value')}
        value={selection.query ?? ''}
        error={errors.get(`${path}.query`)}
        onChange={(query) => onSet({ query })}
      />
    </>
  );
}
