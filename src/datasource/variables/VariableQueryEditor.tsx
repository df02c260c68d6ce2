import React from 'react';
import type { QueryEditorProps } from '@grafana/data';
import { EditorRow } from '@grafana/plugin-ui';
import { connectionTypeName } from '../config/connectionTypeName';
import type { DataSource } from '../DataSource';
import { LabelledField } from '../editor/fields/LabelledField';
import { PickField } from '../editor/fields/PickField';
import { SteadyCombobox } from '../editor/fields/SteadyCombobox';
import { useCompletion } from '../editor/fields/useCompletion';
import { Rows } from '../editor/fields/Rows';
import { SelectionFields } from '../editor/selection/SelectionFields';
import { useConnection } from '../editor/selection/useConnection';
import { useSelectionDescription } from '../editor/selection/useSelectionDescription';
import type { ModelwatchQuery } from '../ModelwatchQuery';
import type { ModelwatchSettings } from '../ModelwatchSettings';
import type { Resources } from '../resources';
import { t } from '../text';
import { FIELD_ROLES } from './fieldRoles';
import { roleWords, subjectWords } from './subjectWords';
import { VARIABLE_SUBJECTS, type VariableQuery, type VariableSubject } from './VariableQuery';

type Props = QueryEditorProps<DataSource, ModelwatchQuery, ModelwatchSettings, VariableQuery>;

const NO_ERRORS = new Map<string, string>();
const WITHOUT_SELECTION: ReadonlySet<VariableSubject> = new Set(['profiles', 'sources']);
const STORES = ['prometheus', 'elasticsearch'] as const;
/** Of these only the connection is asked about. */
const OF_CONNECTION: ReadonlySet<VariableSubject> = new Set(['places', 'connections']);

/** What the variable lists, and where that is. */
export function VariableQueryEditor({ datasource, query, onChange }: Props) {
  const { what = 'features', current = {} } = query;
  const { resources } = datasource;
  return (
    <Rows>
      <EditorRow>
        <LabelledField label={t('variable.what', 'Query type')} htmlFor="variable-what">
          <SteadyCombobox
            id="variable-what"
            width={24}
            options={VARIABLE_SUBJECTS.map((value) => ({ value, ...subjectWords(value) }))}
            value={what}
            onChange={({ value }) => onChange({ ...query, what: value })}
          />
        </LabelledField>
        {what === 'field' && (
          <LabelledField label={t('variable.role', 'Field role')} htmlFor="variable-role">
            <SteadyCombobox
              id="variable-role"
              width={24}
              options={FIELD_ROLES.map((value) => ({ value, ...roleWords(value) }))}
              value={query.role ?? null}
              placeholder={t('variable.chooseRole', 'Select a role')}
              onChange={({ value }) => onChange({ ...query, role: value })}
            />
          </LabelledField>
        )}
        {what === 'sources' && (
          <LabelledField label={t('variable.store', 'Store')} htmlFor="variable-store">
            <SteadyCombobox
              id="variable-store"
              width={24}
              options={STORES.map((value) => ({ value, label: connectionTypeName(value) }))}
              value={query.store ?? null}
              placeholder={t('variable.chooseStore', 'Choose a store')}
              onChange={({ value }) => onChange({ ...query, store: value })}
            />
          </LabelledField>
        )}
        {what === 'values' && <FieldOfValues query={query} resources={resources} onChange={onChange} />}
      </EditorRow>
      {OF_CONNECTION.has(what) && (
        <EditorRow>
          <ConnectionField query={query} resources={resources} onChange={onChange} />
        </EditorRow>
      )}
      {!WITHOUT_SELECTION.has(what) && !OF_CONNECTION.has(what) && (
        <EditorRow>
          <SelectionFields
            resources={resources}
            selection={current}
            path="current"
            errors={NO_ERRORS}
            onChange={(selection) => onChange({ ...query, current: selection })}
          />
        </EditorRow>
      )}
    </Rows>
  );
}

interface FieldProps {
  query: VariableQuery;
  resources: Resources;
  onChange: (query: VariableQuery) => void;
}

function ConnectionField({ query, resources, onChange }: FieldProps) {
  const { known, loading, error } = useConnection(resources, query.current ?? {});
  return (
    <PickField
      id="variable-connection"
      label={query.what === 'connections' ? t('variable.first', 'First') : t('variable.connection', 'Connection')}
      tooltip={
        query.what === 'connections'
          ? t('variable.firstTooltip', 'The connection to list first (variables supported).')
          : t(
              'variable.connectionTooltip',
              'Lists the files, indices, or series of this connection (variables supported).'
            )
      }
      width={28}
      custom={t('features.custom', 'Custom value (variables supported)')}
      placeholder={t('variable.defaultConnection', 'The default connection')}
      loading={loading}
      error={error}
      options={known.map(({ name, type }) => ({ value: name, description: type }))}
      value={query.current?.connection}
      onChange={(connection) => onChange({ ...query, current: connection === undefined ? undefined : { connection } })}
    />
  );
}

function FieldOfValues({ query, resources, onChange }: FieldProps) {
  const { current = {} } = query;
  const connection = useConnection(resources, current);
  const description = useSelectionDescription(resources, current, connection.type);
  const labels = useCompletion(resources, {
    connection: connection.resolved,
    what: 'label',
    matchers: current.matchers,
  });
  const isPrometheus = connection.type === 'prometheus';
  const fields = (description.value?.fields ?? []).filter(({ type, identifier }) => type !== 'time' && !identifier);
  return (
    <PickField
      id="variable-field"
      label={t('variable.field', 'Values of')}
      tooltip={t('variable.fieldTooltip', 'A label, column, or field. Example: the model version.')}
      width={28}
      custom={t('features.custom', 'Custom value (variables supported)')}
      placeholder={t('variable.choose', 'Select a field')}
      loading={description.loading}
      error={isPrometheus ? labels.error : undefined}
      options={
        isPrometheus ? labels.options : fields.map(({ name, evidence }) => ({ value: name, description: evidence }))
      }
      value={query.field}
      onChange={(field) => onChange({ ...query, field })}
    />
  );
}
