import React, { useMemo } from 'react';
import { css } from '@emotion/css';
import type { DataFrame, GrafanaTheme2, PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import type { CauseRow } from '../../frames/causes/CauseRow';
import { readCauses } from '../../frames/causes/readCauses';
import { luceneOf, luceneWithout } from '../../query/luceneOf';
import { NoData } from '../shared/NoData';
import { hasVariable } from '../shared/useVariable';
import { CauseTable } from './CauseTable';
import type { CausesOptions } from './options';

/** Where the drift of a feature comes from, and how much each candidate explains of it. */
export function CausesPanel({
  id,
  data,
  fieldConfig,
  options,
  width,
  height,
  replaceVariables,
}: PanelProps<CausesOptions>) {
  const styles = useStyles2(getStyles);
  const tables = useMemo(
    () => data.series.map((frame) => readCauses(frame)).filter((table) => table !== null),
    [data.series]
  );
  if (tables.length === 0) {
    return <NoData panelId={id} data={data} fieldConfig={fieldConfig} message={emptyMessage(data.series)} />;
  }
  const { filterVariable } = options;
  const onSelect = hasVariable(filterVariable, replaceVariables)
    ? (row: CauseRow) => locationService.partial({ [`var-${filterVariable}`]: filterOf(row) }, false)
    : undefined;
  return (
    <div
      className={styles.panel}
      style={{ width, height }}
      // What does not fit is scrolled to, by keyboard too.
      tabIndex={0}
      role="group"
      aria-label={tables[0].meta.summary}
    >
      {tables.map(({ rows, meta }, at) => (
        <section key={`${at} ${meta.feature}`}>
          {options.showSummary && <div className={styles.summary}>{meta.summary}</div>}
          {rows.length > 0 && (
            <CauseTable
              rows={rows}
              caption={`Causes of the drift of ${meta.feature}`}
              showDetail={options.showDetail}
              onSelect={onSelect}
            />
          )}
          {meta.looked.length > 0 && (
            <div className={styles.looked}>
              Looked at the values of {meta.looked.map(({ field, values }) => `${field} (${values})`).join(', ')}.
            </div>
          )}
        </section>
      ))}
    </div>
  );
}

/** The rows of a slice, as filters of stores and files are written. */
function filterOf({ field, value }: CauseRow): string | undefined {
  if (field === null || value === null) {
    return undefined;
  }
  return value === '(missing)' ? luceneWithout(field) : luceneOf(undefined, { [field]: value });
}

function emptyMessage(frames: readonly DataFrame[]): string {
  return frames.length === 0
    ? 'No data in this time range. Select a longer range.'
    : 'No causes. Select the Modelwatch data source, query type Causes, and format Table.';
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({
    overflowX: 'hidden',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  summary: css({ fontWeight: theme.typography.fontWeightMedium, paddingBottom: theme.spacing(0.5) }),
  looked: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    padding: theme.spacing(0.5, 0, 1),
  }),
});
