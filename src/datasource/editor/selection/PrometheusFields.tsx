import React from 'react';
import { t } from '../../text';
import { MatcherFields } from './MatcherFields';
import type { SelectionPartProps } from './SelectionProps';

/** What a connection to Prometheus needs: which series. Metrics themselves are the features. */
export function PrometheusFields({
  resources,
  connection,
  selection,
  path,
  errors,
  inherited,
  onSet,
}: SelectionPartProps) {
  return (
    <MatcherFields
      id={`${path}-matchers`}
      label={t('selection.matchers.label', 'Label filters')}
      tooltip={t(
        'selection.matchers.tooltip',
        'Labels that every metric of the query must have. Variables are supported; =~ matches a regular expression.'
      )}
      resources={resources}
      connection={connection.resolved}
      value={selection.matchers}
      placeholder={inherited.matchers}
      error={errors.get(`${path}.matchers`)}
      onChange={(matchers) => onSet({ matchers })}
    />
  );
}
