import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { VerdictGlyph } from '../shared/VerdictGlyph';
import { describeJudgement } from './model/describeJudgement';
import type { JudgedBy, VersionJudgement } from './model/judgeVersion';

interface Props {
  by: JudgedBy;
  /** Null where the table says nothing of the version. */
  judgement: VersionJudgement | null;
}

/** What a drift or a quality table says of a version, with the reason for the worst of it. */
export function JudgementCell({ by, judgement }: Props) {
  const styles = useStyles2(getStyles);
  if (judgement === null) {
    return <span className={styles.none}>not compared</span>;
  }
  const { verdict, text, reason } = describeJudgement(by, judgement);
  return (
    <span className={styles.cell} title={`${judgement.worst.feature}: ${reason}`}>
      <span className={styles.glyph}>
        <VerdictGlyph verdict={verdict} />
      </span>
      {text}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  cell: css({ display: 'inline-flex', gap: theme.spacing(0.75), minWidth: '8.5em', overflowWrap: 'anywhere' }),
  glyph: css({ display: 'flex', alignItems: 'center', height: '1.57em' }),
  none: css({ color: theme.colors.text.secondary }),
});
