import React from 'react';
import type { QueryEditorProps } from '@grafana/data';
import { EditorRow, EditorRows } from '@grafana/plugin-ui';
import type { DataSource } from '../DataSource';
import { LabelledField } from '../editor/fields/LabelledField';
import { PickField } from '../editor/fields/PickField';
import { SteadyCombobox } from '../editor/fields/SteadyCombobox';
import { useCompletion } from '../editor/fields/useCompletion';
import { SelectionFields } from '../editor/selection/SelectionFields';
import { useConnection } from '../editor/selection/useConnection';
import { useSelectionDescription } from '../editor/selection/useSelectionDescription';
import type { ModelwatchQuery } from '../ModelwatchQuery';
import type { ModelwatchSettings } from '../ModelwatchSettings';
import type { Resources } from '../resources';
import { t } from '../text';
import { VARIABLE_SUBJECTS, type VariableQuery, type VariableSubject } from './VariableQuery';

type Props = QueryEditorProps<DataSource, ModelwatchQuery, ModelwatchSettings, VariableQuery>;

const NO_ERRORS = new Map<string, string>();
const WITHOUT_SELECTION: ReadonlySet<VariableSubject> = new Set(['profiles', 'connections']);

/** What the variable lists, and where that is. */
export function VariableQueryEditor({ datasource, query, onChange }: Props) {
  const { what = 'features', current = {} } = query;
  const { resources } = datasource;
  return (
    <EditorRows>
      <EditorRow>
        <LabelledField label={t('variable.what', 'List')} htmlFor="variable-what">
          <SteadyCombobox
            id="variable-what"
            width={24}
            options={VARIABLE_SUBJECTS.map((value) => ({ value, ...subjectWords(value) }))}
            value={what}
            onChange={({ value }) => onChange({ ...query, what: value })}
          />
        </LabelledField>
        {what === 'values' && <FieldOfValues query={query} resources={resources} onChange={onChange} />}
      </EditorRow>
      {!WITHOUT_SELECTION.has(what) && (
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
    </EditorRows>
  );
}

interface FieldProps {
  query: VariableQuery;
  resources: Resources;
  onChange: (query: VariableQuery) => void;
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
      tooltip={t('variable.fieldTooltip', 'A label, column or field: that of the model version, for example.')}
      width={28}
      custom={t('features.custom', 'Use this name; it may be a variable')}
      placeholder={t('variable.choose', 'Choose a field')}
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

function subjectWords(subject: VariableSubject): { label: string; description: string } {
  switch (subject) {
    case 'features':
      return {
        label: t('variable.features', 'Features'),
        description: t('variable.featuresIs', 'Columns, fields or metrics with distributions'),
      };
    case 'values':
      return {
        label: t('variable.values', 'Versions or segments'),
        description: t('variable.valuesIs', 'Values of a label, column or field'),
      };
    case 'metrics':
      return {
        label: t('variable.metrics', 'Metrics'),
        description: t('variable.metricsIs', 'Metrics of a connection to Prometheus'),
      };
    case 'profiles':
      return {
        label: t('variable.profiles', 'Stored profiles'),
        description: t('variable.profilesIs', 'Baselines that "modelwatch profile" wrote'),
      };
    case 'connections':
      return {
        label: t('variable.connections', 'Connections'),
        description: t('variable.connectionsIs', 'Those of this data source'),
      };
  }
}
