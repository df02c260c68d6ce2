import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import type { DistributionMeta } from '../../frames/distribution/DistributionMeta';
import { writeWindow } from '../shared/timeWords';
import { type Side, SIDES, type SideColors, type SideVisibility } from './model/Side';

interface Props {
  /** Of all distributions that are shown. */
  metas: readonly DistributionMeta[];
  colors: SideColors;
  visible: SideVisibility;
  timeZone: TimeZone;
  onToggle: (side: Side) => void;
}

/** Which color is which side, and when each was; a click hides or shows it. */
export function SideLegend({ metas, colors, visible, timeZone, onToggle }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.legend}>
      {SIDES.map((side) => (
        <button
          key={side}
          type="button"
          className={styles.item}
          aria-pressed={visible[side]}
          onClick={() => onToggle(side)}
        >
          <span
            className={side === 'baseline' ? styles.filled : styles.outlined}
            style={{ borderColor: colors[side], backgroundColor: side === 'baseline' ? colors[side] : undefined }}
          />
          <span className={visible[side] ? undefined : styles.hidden}>{sideName(side, metas, timeZone)}</span>
        </button>
      ))}
    </div>
  );
}

/** When it was, where that is the same for all. */
function sideName(side: Side, metas: readonly DistributionMeta[], timeZone: TimeZone): string {
  const [window, ...others] = metas.map((meta) => (side === 'baseline' ? meta.baselineWindow : meta.window));
  const differs = others.some((other) => other?.from !== window?.from || other?.to !== window?.to);
  const name = side === 'baseline' ? 'baseline' : 'current';
  return window === null || differs ? name : `${name}, ${writeWindow(window.from, window.to, timeZone)}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  legend: css({
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: theme.spacing(2),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  item: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    minHeight: 24,
    padding: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: theme.colors.text.secondary,
    whiteSpace: 'nowrap',
    '&:hover': { color: theme.colors.text.primary },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, borderRadius: 2 },
  }),
  filled: css({ width: 14, height: 8, border: '1px solid', opacity: 0.65 }),
  outlined: css({ width: 14, height: 8, border: '2px solid' }),
  hidden: css({ textDecoration: 'line-through', color: theme.colors.text.disabled }),
});
