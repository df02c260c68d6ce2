import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Toggletip, useStyles2 } from '@grafana/ui';

export interface LegendWord {
  readonly key: string;
  readonly glyph: React.ReactNode;
  readonly label: string;
  /** For someone who has never seen the panel. */
  readonly meaning: string;
}

interface Props {
  /** Written side by side. */
  named: readonly LegendWord[];
  /** Explained in the toggletip. */
  explained: readonly LegendWord[];
  /** Shows the button without its label. */
  isNarrow: boolean;
  /** Said below the words' meanings. */
  children?: React.ReactNode;
}

/** Words of a panel with their signs, and a button that says what they mean. */
export function WordLegend({ named, explained, isNarrow, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.legend}>
      {named.map(({ key, glyph, label, meaning }) => (
        <span key={key} className={styles.word} title={meaning}>
          {glyph} {label}
        </span>
      ))}
      <Toggletip
        title="Legend"
        content={
          <dl className={styles.meanings}>
            {explained.map(({ key, glyph, label, meaning }) => (
              <React.Fragment key={key}>
                <dt>
                  {glyph} {label}
                </dt>
                <dd>{meaning}</dd>
              </React.Fragment>
            ))}
            {children}
          </dl>
        }
      >
        <Button
          size="sm"
          fill="text"
          variant="secondary"
          icon="question-circle"
          className={styles.button}
          aria-label={isNarrow ? 'Legend' : undefined}
        >
          {isNarrow ? undefined : 'Legend'}
        </Button>
      </Toggletip>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  legend: css({
    display: 'flex',
    alignItems: 'center',
    columnGap: theme.spacing(1.5),
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
    height: 26,
    overflow: 'hidden',
  }),
  word: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5), whiteSpace: 'nowrap' }),
  button: css({ height: 24, padding: theme.spacing(0, 0.5) }),
  meanings: css({
    margin: 0,
    dt: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontWeight: theme.typography.fontWeightMedium,
    },
    dd: { margin: theme.spacing(0, 0, 0.75, 2) },
  }),
});
