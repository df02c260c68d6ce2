import React from 'react';
import { css } from '@emotion/css';
import { Button } from '@grafana/ui';
import type { QueryDraft } from '../../ModelwatchQuery';
import type { SelectionDescription } from '../../resources';
import { t } from '../../text';
import { roleWords } from '../../variables/subjectWords';
import { openSuggestions, type PerformanceRole, suggestRoles } from './suggestRoles';
import { withLabel } from './withLabel';

interface Props {
  draft: QueryDraft;
  description: SelectionDescription | undefined;
  onChange: (draft: QueryDraft) => void;
}

/** What the columns' names suggest, as long as no label is picked. A person takes it: a wrong column gives wrong figures. */
export function SuggestionBar({ draft, description, onChange }: Props) {
  const open = description === undefined ? {} : openSuggestions(draft, suggestRoles(description));
  const roles = Object.entries(open) as Array<[PerformanceRole, string]>;
  if (roles.length === 0) {
    return null;
  }
  const take = () =>
    onChange({
      ...withLabel(draft, { field: open.label, timeField: open.label_time ?? draft.label?.timeField }),
      ...(open.prediction !== undefined && { prediction: open.prediction }),
      ...(open.score !== undefined && { score: open.score }),
    });
  return (
    <div className={styles.bar} role="note">
      <span>
        {t('performance.found', 'Found by name:')}{' '}
        {roles.map(([role, name]) => `${roleWords(role).label} = ${name}`).join(', ')}
      </span>
      <Button size="sm" variant="secondary" icon="check" onClick={take}>
        {t('performance.take', 'Use these columns')}
      </Button>
    </div>
  );
}

const styles = { bar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12 }) };
