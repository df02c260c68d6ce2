import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { formatShare } from '../shared/formatNumber';
import type { AbsentValues } from './model/absentValues';
import { SIDES, type SideColors } from './model/Side';

interface Props {
  absent: readonly AbsentValues[];
  colors: SideColors;
}

/** Rows without a value, as shares of all rows: bars of their own, since they belong to no bin. */
export function AbsentBars({ absent, colors }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.line}>
      {absent.map((kind) => (
        <span key={kind.name} className={styles.kind}>
          <span>{kind.name}</span>
          {(kind.baseline > 0 || kind.current > 0) && (
            <span className={styles.track} aria-hidden="true">
              {SIDES.map((side) => (
                <span
                  key={side}
                  className={styles.bar}
                  style={{ width: `max(1px, ${100 * kind[side]}%)`, backgroundColor: colors[side] }}
                />
              ))}
            </span>
          )}
          <span className={styles.share}>
            {kind.baseline === 0 && kind.current === 0
              ? 'none'
              : `${formatShare(kind.baseline)} → ${formatShare(kind.current)}`}
          </span>
        </span>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: theme.spacing(2),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: '18px',
    height: 18,
    overflow: 'hidden',
  }),
  kind: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.75), whiteSpace: 'nowrap' }),
  track: css({
    display: 'inline-flex',
    flexDirection: 'column',
    justifyContent: 'center',
    width: 56,
    height: 10,
    backgroundColor: theme.colors.background.secondary,
  }),
  bar: css({ height: 4 }),
  share: css({ fontVariantNumeric: 'tabular-nums' }),
});
