import React, { useMemo, useState } from 'react';
import { CoreApp, type QueryEditorProps } from '@grafana/data';
import { EditorRow } from '@grafana/plugin-ui';
import { Alert } from '@grafana/ui';
import type { DataSource } from '../DataSource';
import type { ModelwatchQuery, QueryDraft } from '../ModelwatchQuery';
import type { ModelwatchSettings } from '../ModelwatchSettings';
import { draftOf, withDraft } from '../normalizeQuery';
import { takesKey } from '../queryKeys';
import { t } from '../text';
import { validateDraft } from '../validateDraft';
import { askedRange } from './askedRange';
import { BaselineSection } from './baseline/BaselineSection';
import { DecisionSection } from './decision/DecisionSection';
import { errorsElsewhere } from './errorsElsewhere';
import { FeatureSection } from './features/FeatureSection';
import { Group } from './fields/Group';
import { Rows } from './fields/Rows';
import { KindFields } from './kinds/KindFields';
import { PlanPreview } from './plan/PlanPreview';
import { SelectionFields } from './selection/SelectionFields';
import { useFirstSelection } from './selection/useFirstSelection';
import { TestFields } from './tests/TestFields';

type Props = QueryEditorProps<DataSource, ModelwatchQuery, ModelwatchSettings>;

/** A query by pointing and picking: what is asked, where the data is, what it is compared with, how it is decided. */
export function QueryEditor({ app, datasource, query, range, onChange, onRunQuery }: Props) {
  const draft = useMemo(() => draftOf(query), [query]);
  const [opened] = useState(Date.now);
  const errors = useMemo(() => validateDraft(draft), [draft]);
  const { resources } = datasource;
  const kind = draft.kind ?? 'drift';
  const change = (changed: QueryDraft) => {
    onChange(withDraft(query, changed));
    if (validateDraft(changed).size === 0) {
      onRunQuery();
    }
  };
  useFirstSelection(resources, draft.current, (current) => change({ ...draft, current }));
  const elsewhere = errorsElsewhere(errors);
  const shared = { resources, draft, errors, onChange: change };
  const asked = askedRange(range, opened);
  const inRule = app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting;
  return (
    <Rows>
      <EditorRow>
        <KindFields {...shared} canChooseFormat={query.format !== 'annotations' || inRule} inRule={inRule} />
        {takesKey(kind, 'tests') && <TestFields {...shared} />}
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
      <Group>
        <FeatureSection {...shared} range={asked} />
      </Group>
      {takesKey(kind, 'baseline') && (
        <Group>
          <BaselineSection {...shared} range={asked} />
        </Group>
      )}
      <DecisionSection {...shared} />
      <PlanPreview {...shared} range={asked} />
      {elsewhere.length > 0 && (
        <Alert severity="error" title={t('query.invalid', 'Invalid query')}>
          {elsewhere.map(([path, message]) => (
            <div key={path}>
              {path}: {message}
            </div>
          ))}
        </Alert>
      )}
    </Rows>
  );
}
