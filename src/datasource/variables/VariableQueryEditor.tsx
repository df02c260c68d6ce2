import React from 'react';
import type { QueryEditorProps } from '@grafana/data';
import { EditorRow, EditorRows } from '@grafana/plugin-ui';
import type { DataSource } from '../DataSource';
import { SelectionFields } from '../editor/selection/SelectionFields';
import type { ModelwatchQuery } from '../ModelwatchQuery';
import type { ModelwatchSettings } from '../ModelwatchSettings';
import type { VariableQuery } from './VariableQuery';

type Props = QueryEditorProps<DataSource, ModelwatchQuery, ModelwatchSettings, VariableQuery>;

const NO_ERRORS = new Map<string, string>();

/** Where the features are that the variable lists. */
export function VariableQueryEditor({ datasource, query, onChange }: Props) {
  return (
    <EditorRows>
      <EditorRow>
        <SelectionFields
          resources={datasource.resources}
          selection={query.current ?? {}}
          path="current"
          errors={NO_ERRORS}
          onChange={(current) => onChange({ ...query, current })}
        />
      </EditorRow>
    </EditorRows>
  );
}
