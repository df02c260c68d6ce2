import React, { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { QueryEditorProps } from '@grafana/data';
import { EditorRow, EditorRows } from '@grafana/plugin-ui';
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
import { KindFields } from './kinds/KindFields';
import { PlanPreview } from './plan/PlanPreview';
import { SelectionFields } from './selection/SelectionFields';
import { useFirstSelection } from './selection/useFirstSelection';
import { TestFields } from './tests/TestFields';

type Props = QueryEditorProps<DataSource, ModelwatchQuery, ModelwatchSettings>;

/** A query by pointing and picking: what is asked, where the data is, what it is compared with, how it is decided. */
export function QueryEditor({ datasource, query, range, onChange, onRunQuery }: Props) {
  const draft = useMemo(() => draftOf(query), [query]);
  const [opened] = useState(Date.now);
  const errors = useMemo(() => validateDraft(draft), [draft]);
  const { resources } = datasource;
  const kind = draft.kind ?? 'drift';
  const latest = useRef(query);
  useLayoutEffect(() => {
    latest.current = withDraft(query, draft);
  });
  const change = (changed: QueryDraft) => {
    // Grafana's Combobox tells of its choice again, by the handler of an earlier drawing, while the host draws anew: so the
    // query as it is now decides whether anything changes.
    const written = withDraft(query, changed);
    if (isSame(written, latest.current)) {
      return;
    }
    onChange(written);
    if (validateDraft(changed).size === 0) {
      onRunQuery();
    }
  };
  useFirstSelection(resources, draft.current, (current) => change({ ...draft, current }));
  const elsewhere = errorsElsewhere(errors);
  const shared = { resources, draft, errors, onChange: change };
  const asked = askedRange(range, opened);
  return (
    <EditorRows>
      <EditorRow>
        <KindFields {...shared} canChooseFormat={query.format !== 'annotations'} />
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
        <Alert severity="error" title={t('query.invalid', 'The query is not valid')}>
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

function isSame(one: ModelwatchQuery, other: ModelwatchQuery): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** Keys in one order, however deep. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
