import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  number: number;
  title: string;
  children: React.ReactNode;
}

/** One of the steps to a first answer. */
export function Step({ number, title, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <li className={styles.card}>
      <h3 className={styles.title}>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        {title}
      </h3>
      {children}
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    padding: theme.spacing(2),
    backgroundColor: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  title: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), fontSize: theme.typography.h5.fontSize }),
  number: css({
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flex: 'none',
    width: 26,
    height: 26,
    borderRadius: '50%',
    backgroundColor: theme.colors.primary.main,
    color: theme.colors.primary.contrastText,
    fontSize: theme.typography.body.fontSize,
  }),
});
