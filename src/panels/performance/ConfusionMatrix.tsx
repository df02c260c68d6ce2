import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { formatCount, formatShare } from '../shared/formatNumber';
import { type Confusion, type ConfusionCell, confusionRows, largestConfusions } from './model/confusions';
import { lineStyle } from './lineStyles';

interface Props {
  confusion: Confusion;
  caption: string;
  width: number;
}

const CHARACTER = 7.4;
const NARROWEST_CELL = 62;
const MOST_LISTED = 8;

/** Actual classes in rows, predicted ones in columns; of many classes the most frequent mistakes instead. */
export function ConfusionMatrix({ confusion, caption, width }: Props) {
  const styles = useStyles2(getStyles);
  const longest = Math.max(...confusion.classes.map((name) => name.length), 'Actual'.length);
  const names = Math.min(longest * CHARACTER + 16, 0.36 * width);
  const room = (width - names) / confusion.classes.length;
  if (room < NARROWEST_CELL) {
    return <MistakeList confusion={confusion} caption={caption} />;
  }
  return (
    <table className={styles.table} aria-label={caption}>
      <thead>
        <tr>
          <td style={{ width: names }} />
          <th scope="colgroup" colSpan={confusion.classes.length} className={styles.over}>
            Predicted
          </th>
        </tr>
        <tr>
          <th scope="col" className={styles.over}>
            Actual
          </th>
          {confusion.classes.map((name) => (
            <th key={name} scope="col" className={styles.name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {confusionRows(confusion).map((row) => (
          <tr key={row[0].actual}>
            <th scope="row" className={styles.name}>
              {row[0].actual}
            </th>
            {row.map((cell) => (
              <MatrixCell key={cell.predicted} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MatrixCell({ cell }: { cell: ConfusionCell }) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const { actual, predicted, count, share } = cell;
  const { color } = lineStyle(theme, 'value');
  // At most a third of the color, so that the text on it keeps its contrast.
  const strength = Math.round(33 * (share ?? 0));
  const rows = `${formatCount(count)} rows of class ${actual} were predicted as ${predicted}`;
  return (
    <td
      className={cx(styles.cell, actual === predicted && styles.right)}
      style={{ backgroundColor: `color-mix(in srgb, ${color} ${strength}%, transparent)` }}
      title={rows}
    >
      <div className={styles.count}>{formatCount(count)}</div>
      <div className={styles.share}>{share === null ? '–' : formatShare(share)}</div>
    </td>
  );
}

function MistakeList({ confusion, caption }: Omit<Props, 'width'>) {
  const styles = useStyles2(getStyles);
  const mistakes = largestConfusions(confusion, MOST_LISTED);
  if (mistakes.length === 0) {
    return <p className={styles.none}>No mistakes in this window.</p>;
  }
  return (
    <table className={styles.list} aria-label={`${caption}: most frequent mistakes`}>
      <thead>
        <tr>
          <th scope="col">Actual → predicted</th>
          <th scope="col" className={styles.number}>
            Rows
          </th>
          <th scope="col" className={styles.number}>
            Of actual
          </th>
        </tr>
      </thead>
      <tbody>
        {mistakes.map(({ actual, predicted, count, share }) => (
          <tr key={`${actual} ${predicted}`}>
            <th scope="row">
              {actual} → {predicted}
            </th>
            <td className={styles.number}>{formatCount(count)}</td>
            <td className={styles.number}>{share === null ? '–' : formatShare(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const small = { color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize };
  return {
    table: css({
      width: '100%',
      tableLayout: 'fixed',
      borderCollapse: 'separate',
      borderSpacing: 2,
      th: { fontWeight: theme.typography.fontWeightRegular },
    }),
    over: css({ ...small, textAlign: 'center', '&:first-of-type[scope=col]': { textAlign: 'left' } }),
    name: css({
      fontWeight: theme.typography.fontWeightMedium,
      overflowWrap: 'anywhere',
      'thead &': { textAlign: 'center' },
      'tbody &': { textAlign: 'left' },
    }),
    cell: css({
      padding: theme.spacing(0.75, 0.5),
      textAlign: 'center',
      border: `1px solid ${theme.colors.border.weak}`,
      fontVariantNumeric: 'tabular-nums',
      lineHeight: 1.3,
    }),
    right: css({ borderColor: theme.colors.border.strong }),
    count: css({ fontWeight: theme.typography.fontWeightMedium }),
    share: css({ fontSize: theme.typography.bodySmall.fontSize }),
    list: css({
      width: '100%',
      borderCollapse: 'collapse',
      'th, td': {
        padding: theme.spacing(0.25, 0.75, 0.25, 0),
        textAlign: 'left',
        fontWeight: theme.typography.fontWeightRegular,
      },
      'thead th': { ...small, borderBottom: `1px solid ${theme.colors.border.weak}` },
      'tbody th': { overflowWrap: 'anywhere' },
    }),
    number: css({ '&&': { textAlign: 'right' }, fontVariantNumeric: 'tabular-nums' }),
    none: css(small),
  };
};
