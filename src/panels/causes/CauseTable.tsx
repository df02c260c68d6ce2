import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { CAUSE_KIND_WORDS } from '../../frames/causes/causeColumns';
import type { CauseRow } from '../../frames/causes/CauseRow';
import { formatShare } from '../shared/formatNumber';
import { CauseBar } from './CauseBar';

interface Props {
  rows: readonly CauseRow[];
  caption: string;
  showDetail: boolean;
  /** Undefined where a click does nothing. */
  onSelect?: (row: CauseRow) => void;
}

/** A row for each cause: a bar for what it explains with its interval, why it may be one, and what to do. */
export function CauseTable({ rows, caption, showDetail, onSelect }: Props) {
  const styles = useStyles2(getStyles);
  const hasRows = ({ field, value }: CauseRow) => field !== null && value !== null;
  return (
    <table className={styles.table} aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">Cause</th>
          <th scope="col">Kind</th>
          <th scope="col" colSpan={2}>
            Explains
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <React.Fragment key={`${row.cause_kind} ${row.cause}`}>
            <tr>
              <th scope="row" className={styles.cause}>
                {onSelect && hasRows(row) ? (
                  <Button
                    fill="text"
                    size="sm"
                    className={styles.button}
                    tooltip="Filter the dashboard"
                    onClick={() => onSelect(row)}
                  >
                    {row.cause}
                  </Button>
                ) : (
                  row.cause
                )}
              </th>
              <td>{CAUSE_KIND_WORDS[row.cause_kind]}</td>
              <td className={styles.bar}>
                <CauseBar {...row} />
              </td>
              <td className={styles.number}>{explainedInWords(row)}</td>
            </tr>
            {showDetail && (
              <tr>
                <td colSpan={4} className={styles.detail}>
                  {row.reason} {row.next_step}
                </td>
              </tr>
            )}
          </React.Fragment>
        ))}
      </tbody>
    </table>
  );
}

function explainedInWords({ explained, explained_low: low, explained_high: high }: CauseRow): string {
  if (explained === null) {
    return '–';
  }
  const share = formatShare(explained);
  return low === null || high === null ? share : `${share} (${formatShare(low)} to ${formatShare(high)})`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    width: '100%',
    borderCollapse: 'collapse',
    'th, td': { padding: theme.spacing(0.5, 1), textAlign: 'left', fontWeight: 'normal', verticalAlign: 'middle' },
    'thead th': { color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize },
  }),
  cause: css({ overflowWrap: 'anywhere', minWidth: 80 }),
  button: css({ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'left' }),
  bar: css({ width: '40%' }),
  number: css({ fontVariantNumeric: 'tabular-nums' }),
  detail: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    paddingTop: '0 !important',
  }),
});
