import React, { useMemo, useState } from 'react';
import type { QueryEditorProps } from '@grafana/data';
import { EditorRow, EditorRows } from '@grafana/plugin-ui';
import { Alert, CollapsableSection } from '@grafana/ui';
import type { DataSource } from '../DataSource';
import type { ModelwatchQuery, QueryDraft } from '../ModelwatchQuery';
import type { ModelwatchSettings } from '../ModelwatchSettings';
import { draftOf, withDraft } from '../normalizeQuery';
import { validateDraft } from '../validateDraft';
import { BaselineFields } from './BaselineFields';
import { DecisionFields } from './DecisionFields';
import { FeatureFields } from './FeatureFields';
import { SelectionFields } from './SelectionFields';
import { ShapeFields } from './ShapeFields';
import { errorsElsewhere } from './errorsElsewhere';
import { TestFields } from './TestFields';

type Props = QueryEditorProps<DataSource, ModelwatchQuery, ModelwatchSettings>;

/** A query by pointing and picking: what is asked, where the data is, what it is compared with, how it is decided. */
export function QueryEditor({ datasource, query, onChange, onRunQuery }: Props) {
  const draft = draftOf(query);
  const { resources } = datasource;
  const errors = useMemo(() => validateDraft(draft), [draft]);
  const [showDecision, setShowDecision] = useState(false);
  const change = (changed: QueryDraft) => {
    onChange(withDraft(query, changed));
    if (validateDraft(changed).size === 0) {
      onRunQuery();
    }
  };
  const elsewhere = errorsElsewhere(errors);
  const shared = { draft, errors, onChange: change };
  return (
    <EditorRows>
      <EditorRow>
        <ShapeFields {...shared} canChooseFormat={query.format !== 'annotations'} />
        <TestFields {...shared} />
      </EditorRow>
      <EditorRow>
        <SelectionFields
          resources={resources}
          selection={draft.current ?? {}}
          path="current"
          errors={errors}
          onChange={(selection) => change({ ...draft, current: selection })}
        />
      </EditorRow>
      <EditorRow>
        <FeatureFields {...shared} resources={resources} />
      </EditorRow>
      <EditorRow>
        <BaselineFields {...shared} resources={resources} />
      </EditorRow>
      <CollapsableSection label="Decision" isOpen={showDecision} onToggle={setShowDecision} unmountContentWhenClosed>
        <DecisionFields {...shared} />
      </CollapsableSection>
      {elsewhere.length > 0 && (
        <Alert severity="error" title="The query is not valid">
          {elsewhere.map(([path, message]) => (
            <div key={path}>
              {path}: {message}
            </div>
          ))}
        </Alert>
      )}
    </EditorRows>
  );
}
