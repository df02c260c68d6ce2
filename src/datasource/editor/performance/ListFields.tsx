import React from 'react';
import type { QueryDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import type { FeatureProps } from '../features/FeatureProps';
import { FieldRow } from '../fields/FieldRow';
import { ColumnField } from './ColumnField';

type List = NonNullable<QueryDraft['list']>;

/** What was shown together: the results of a search, recommendations. */
export function ListFields({ resources, draft, errors, onChange, connection, description }: FeatureProps) {
  const { list } = draft;
  const set = (changed: List | undefined) => onChange({ ...draft, list: changed });
  const column = { resources, draft, connection, description };
  return (
    <FieldRow>
      <ColumnField
        {...column}
        id="list-field"
        label={t('list.field', 'List')}
        optional
        tooltip={t('list.fieldTooltip', 'Column that rows shown together share. Example: query_id.')}
        error={errors.get('list.field') ?? errors.get('list')}
        value={list?.field}
        onChange={(field) => set(field === undefined ? undefined : { ...list, field })}
      />
      {list && (
        <ColumnField
          {...column}
          id="list-rank"
          label={t('list.rank', 'Rank')}
          optional
          tooltip={t('list.rankTooltip', 'Column with the place in the list, 1 for the first. Default: by score.')}
          error={errors.get('list.rank')}
          value={list.rank}
          onChange={(rank) => set({ field: list.field, ...(rank === undefined ? {} : { rank }) })}
        />
      )}
    </FieldRow>
  );
}
