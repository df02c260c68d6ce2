import React from 'react';
import { t } from '../../text';
import { PickField } from '../fields/PickField';
import { TextField } from '../fields/TextField';
import { variableOptions } from '../fields/variableOptions';
import { CallsField } from './CallsField';
import type { MeasureProps } from './MeasureProps';

/** A number of documents or rows: how many, or what of a field's values. */
export function AggregateFields({ id, measure, path, errors, resources, description, onSet }: MeasureProps) {
  const fields = (description.value?.fields ?? []).filter(({ type }) => type === 'numeric');
  const { aggregate = 'count' } = measure;
  return (
    <>
      <PickField
        id={`${id}-aggregate`}
        label={t('measures.aggregate', 'Aggregation')}
        tooltip={t(
          'measures.aggregateTooltip',
          'Number of rows or documents, or a statistic of a field. p95 = 95th percentile.'
        )}
        error={errors.get(`${path}.aggregate`)}
        width={20}
        custom={t('measures.percentile', 'Use this aggregation, such as p99.9')}
        options={aggregateOptions()}
        value={aggregate}
        onChange={(chosen = 'count') => onSet({ aggregate: chosen, ...(chosen === 'count' && { field: undefined }) })}
      />
      {aggregate !== 'count' && (
        <PickField
          id={`${id}-field`}
          label={t('measures.field', 'Field')}
          error={errors.get(`${path}.field`)}
          width={26}
          custom={t('features.custom', 'Custom value (variables supported)')}
          loading={description.loading}
          placeholder={t('measures.chooseField', 'Select a field')}
          options={[
            ...fields.map(({ name, evidence }) => ({ value: name, description: evidence })),
            ...variableOptions(resources),
          ]}
          value={measure.field}
          onChange={(field) => onSet({ field })}
        />
      )}
      <TextField
        id={`${id}-query`}
        label={t('measures.query', 'Filter')}
        optional
        width={26}
        tooltip={t(
          'measures.queryTooltip',
          'Counts only rows or documents that also match this filter. Example: outcome:cancelled.'
        )}
        value={measure.query ?? ''}
        error={errors.get(`${path}.query`)}
        onChange={(query) => onSet({ query })}
      />
      {(aggregate === 'count' && measure.query !== undefined) || measure.of !== undefined ? (
        <CallsField id={id} measure={measure} path={path} errors={errors} onSet={onSet} />
      ) : null}
    </>
  );
}

function aggregateOptions() {
  return [
    { value: 'count', label: t('measures.count', 'Count') },
    { value: 'avg', label: t('measures.avg', 'Mean') },
    { value: 'p50', label: t('measures.median', 'Median') },
    { value: 'p95', label: t('measures.p95', '95th percentile') },
    { value: 'p99', label: t('measures.p99', '99th percentile') },
    { value: 'sum', label: t('measures.sum', 'Sum') },
    { value: 'min', label: t('measures.min', 'Minimum') },
    { value: 'max', label: t('measures.max', 'Maximum') },
  ];
}
