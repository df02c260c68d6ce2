import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Toggletip, useStyles2 } from '@grafana/ui';
import type { VerdictWord } from '../../verdict/Verdict';
import { VerdictGlyph } from './VerdictGlyph';
import { VERDICT_WORDS, VERDICTS_BY_IMPORTANCE } from './verdictWords';

interface Props {
  /** The words that occur; the three decided ones are always shown. */
  words: ReadonlySet<VerdictWord>;
  /** Leaves out what there is no room for. */
  isNarrow?: boolean;
  /** Said below the words' meanings. */
  children?: React.ReactNode;
}

const ALWAYS: ReadonlySet<VerdictWord> = new Set(['drift', 'warning', 'no_drift']);

/** Each word of the panel with its sign, and a button that says what they mean. */
export function VerdictLegend({ words, isNarrow = false, children }: Props) {
  const styles = useStyles2(getStyles);
  const shown = VERDICTS_BY_IMPORTANCE.filter((word) => ALWAYS.has(word) || words.has(word));
  const named = isNarrow ? shown.filter((word) => words.has(word)).slice(0, 3) : shown;
  return (
    <div className={styles.legend}>
      {named.map((word) => (
        <span key={word} className={styles.word} title={VERDICT_WORDS[word].meaning}>
          <VerdictGlyph verdict={word} size={10} /> {VERDICT_WORDS[word].label}
        </span>
      ))}
      <Toggletip
        title="What the words mean"
        content={
          <dl className={styles.meanings}>
            {shown.map((word) => (
              <React.Fragment key={word}>
                <dt>
                  <VerdictGlyph verdict={word} size={10} /> {VERDICT_WORDS[word].label}
                </dt>
                <dd>{VERDICT_WORDS[word].meaning}</dd>
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
          aria-label={isNarrow ? 'What is this?' : undefined}
        >
          {isNarrow ? undefined : 'What is this?'}
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
