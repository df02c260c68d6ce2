import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

export interface Figure {
  readonly name: string;
  /** Shown instead of the name. */
  readonly label?: React.ReactNode;
  readonly value: React.ReactNode;
}

/** Names and values in two columns, for tooltips. */
export function FigureList({ figures }: { figures: readonly Figure[] }) {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles.list}>
      {figures.map(({ name, label, value }) => (
        <React.Fragment key={name}>
          <dt className={styles.name}>{label ?? name}</dt>
          <dd className={styles.value}>{value}</dd>
        </React.Fragment>
      ))}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'grid',
    gridTemplateColumns: 'auto auto',
    columnGap: theme.spacing(2),
    rowGap: theme.spacing(0.25),
    margin: theme.spacing(0.75, 0, 0),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  name: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
  value: css({ margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }),
});
