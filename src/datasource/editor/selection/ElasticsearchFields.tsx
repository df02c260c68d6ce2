import React from 'react';
import { t } from '../../text';
import { PickField } from '../fields/PickField';
import { TextField } from '../fields/TextField';
import { useCompletion } from '../fields/useCompletion';
import type { SelectionPartProps } from './SelectionProps';
import { TimeFieldPicker } from './TimeFieldPicker';
import { usePickPlace } from './usePickPlace';
import { useSelectionDescription } from './useSelectionDescription';

/** What a connection to Elasticsearch or OpenSearch needs: an index, the field of the time, and which documents. */
export function ElasticsearchFields(props: SelectionPartProps) {
  const { resources, connection, selection, path, errors, inherited, onSet } = props;
  const description = useSelectionDescription(resources, { ...inherited, ...selection }, connection.type);
  const indices = useCompletion(resources, { connection: connection.resolved, what: 'index' });
  const { pick, pending } = usePickPlace(props, 'index');
  return (
    <>
      <PickField
        id={`${path}-index`}
        label={t('selection.index.label', 'Index')}
        tooltip={t('selection.index.tooltip', 'An index, an alias, a data stream, or a pattern such as predictions-*.')}
        error={errors.get(`${path}.index`) ?? description.error ?? indices.error}
        width={32}
        custom={t('selection.index.custom', 'Custom name or pattern (variables supported)')}
        options={indices.options}
        loading={pending !== undefined}
        value={pending ?? selection.index}
        placeholder={inherited.index ?? t('selection.index.choose', 'Select an index')}
        onChange={pick}
      />
      <TimeFieldPicker
        {...props}
        description={description}
        tooltip={t('selection.index.time', 'The date field with the time at which a document was logged.')}
      />
      <TextField
        id={`${path}-query`}
        label={t('selection.index.filter', 'Lucene query')}
        optional
        width={40}
        tooltip={t(
          'selection.index.filterTooltip',
          'Lucene query string. Example: model:delay AND NOT environment:test.'
        )}
        placeholder={inherited.query ?? '*'}
        value={selection.query ?? ''}
        error={errors.get(`${path}.query`)}
        onChange={(query) => onSet({ query })}
      />
    </>
  );
}
