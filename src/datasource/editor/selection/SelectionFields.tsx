import React from 'react';
import type { Selection } from '../../../query/selection';
import type { Resources } from '../../resources';
import { t } from '../../text';
import type { DraftErrors } from '../../validateDraft';
import { PickField } from '../fields/PickField';
import { variableOptions } from '../fields/variableOptions';
import { ElasticsearchFields } from './ElasticsearchFields';
import { FileFields } from './FileFields';
import { PrometheusFields } from './PrometheusFields';
import type { SelectionPartProps } from './SelectionProps';
import { useConnection } from './useConnection';

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

/** Fields of each type of connection. */
const PARTS: Readonly<Record<string, React.ComponentType<SelectionPartProps>>> = {
  file: FileFields,
  prometheus: PrometheusFields,
  elasticsearch: ElasticsearchFields,
};

/** Where a sample comes from: connection, then what that type of connection needs. */
export function SelectionFields({ resources, selection, path, errors, inherited = {}, onChange }: Props) {
  const connection = useConnection(resources, selection, inherited);
  const { known, name, type, loading, error } = connection;
  const set = (change: Partial<Selection>) => onChange(withoutEmpty({ ...selection, ...change }));
  const Part = type === undefined ? undefined : PARTS[type];
  return (
    <>
      <PickField
        id={`${path}-connection`}
        label={t('selection.connection.label', 'Connection')}
        tooltip={t(
          'selection.connection.tooltip',
          'The data store to query. Add connections on the configuration page of the data source.'
        )}
        error={errors.get(`${path}.connection`) ?? error}
        width={24}
        custom={t('selection.connection.custom', 'Custom name (variables supported)')}
        loading={loading}
        options={[
          ...known.map((one) => ({ value: one.name, description: typeName(one.type) })),
          ...variableOptions(resources),
        ]}
        value={selection.connection}
        placeholder={name ?? t('selection.connection.choose', 'Select a connection')}
        onChange={(chosen) => onChange(chosen === undefined ? {} : { connection: chosen })}
      />
      {Part && (
        <Part
          resources={resources}
          connection={connection}
          selection={selection}
          path={path}
          errors={errors}
          inherited={inherited}
          onSet={set}
        />
      )}
    </>
  );
}

function typeName(type: string): string {
  const names: Record<string, string> = { file: t('selection.type.file', 'Files') };
  return names[type] ?? type[0].toUpperCase() + type.slice(1);
}

function withoutEmpty(selection: Selection): Selection {
  return Object.fromEntries(Object.entries(selection).filter(([, value]) => value !== undefined && value !== ''));
}
