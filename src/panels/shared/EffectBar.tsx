import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { VerdictWord } from '../../verdict/Verdict';
import { effectScale } from './effectScale';
import type { EffectFigures } from './effectWords';
import { verdictColor } from './verdictColor';

interface Props {
  figures: EffectFigures;
  verdict: VerdictWord;
}

/** The effect against its threshold (the line in the middle) and against chance (the small mark). Decorative: words say it too. */
export function EffectBar({ figures, verdict }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const scale = effectScale(figures);
  return (
    <div className={styles.track} aria-hidden="true">
      {scale.size !== null && (
        <div
          className={styles.size}
          style={{ width: percent(scale.size), backgroundColor: verdictColor(theme, verdict) }}
        />
      )}
      {scale.expected !== null && <div className={styles.expected} style={{ left: percent(scale.expected) }} />}
      <div className={styles.gate} style={{ left: percent(scale.gate) }} />
    </div>
  );
}

function percent(ratio: number): string {
  return `${(100 * ratio).toFixed(1)}%`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  track: css({
    position: 'relative',
    height: 8,
    minWidth: 40,
    width: '100%',
    backgroundColor: theme.colors.background.secondary,
    borderRadius: 2,
  }),
  size: css({ position: 'absolute', left: 0, top: 0, bottom: 0, borderRadius: 2 }),
  expected: css({ position: 'absolute', top: 0, bottom: 0, width: 1, backgroundColor: theme.colors.text.secondary }),
  gate: css({
    position: 'absolute',
    top: -3,
    bottom: -3,
    width: 2,
    marginLeft: -1,
    backgroundColor: theme.colors.text.primary,
  }),
});
