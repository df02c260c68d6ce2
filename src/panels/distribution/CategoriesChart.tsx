import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { formatShare } from '../shared/formatNumber';
import type { CategoryBar } from './model/foldCategories';
import { SIDES, type SideColors, type SideVisibility } from './model/Side';
import { useChartPointer } from '../shared/useChartPointer';

interface Props {
  title: string;
  bars: readonly CategoryBar[];
  width: number;
  height: number;
  colors: SideColors;
  visible: SideVisibility;
  describe: (bar: CategoryBar) => string;
  tooltip: (bar: CategoryBar) => React.ReactNode;
}

const SMALL_CHARACTER = 7;
const CHARACTER = 7;
/** A percent sign and an arrow are wider than a digit by about this. */
const SIGN = 4;
const MAX_ROW = 40;

/** A category's height at least, so that two bars and a line of text fit. */
export const CATEGORY_HEIGHT = 22;

/** A pair of bars for each category: the baseline's share above, the current one below. */
export function CategoriesChart({ title, bars, width, height, colors, visible, describe, tooltip }: Props) {
  const styles = useStyles2(getStyles);
  const rowHeight = Math.min(MAX_ROW, Math.floor(height / Math.max(1, bars.length)));
  const shown = SIDES.filter((side) => visible[side]);
  const longest = Math.max(0, ...bars.map((bar) => labelOf(bar).length));
  const nameWidth = Math.min(longest * CHARACTER + 10, 0.34 * width);
  const shares = bars.map((bar) => shown.map((side) => formatShare(bar[`${side}Share`])).join(' → '));
  const longestShares = Math.max(...shares.map((text) => text.length)) * SMALL_CHARACTER + shown.length * SIGN;
  const sharesWidth = width < 200 ? 0 : longestShares;
  const barWidth = width - nameWidth - sharesWidth - 12;
  const largest = largestNamedShare(bars);
  const thickness = Math.max(3, Math.floor((rowHeight - 6) / Math.max(1, shown.length)));
  const {
    index,
    handlers,
    tooltip: element,
  } = useChartPointer({
    title,
    entries: bars,
    describe,
    tooltip,
    find: (_, y) => (y < rowHeight * bars.length ? Math.floor(y / rowHeight) : -1),
    place: (_, position) => ({ x: nameWidth + 20, y: position * rowHeight + rowHeight / 2 }),
  });
  return (
    <div className={styles.chart} style={{ width, height }} {...handlers}>
      {bars.map((bar, position) => (
        <div
          key={bar.category}
          className={styles.row}
          style={{ height: rowHeight, backgroundColor: position === index ? undefined : 'transparent' }}
          aria-hidden="true"
        >
          <div className={styles.name} style={{ width: nameWidth }}>
            {bar.isRest ? <em>{bar.category}</em> : labelOf(bar)}
          </div>
          <div style={{ width: barWidth }}>
            {shown.map((side) => (
              <div
                key={side}
                className={cx(styles[side], bar[`${side}Share`] > largest && styles.cut)}
                style={{
                  height: thickness,
                  width: `clamp(1px, ${(100 * bar[`${side}Share`]) / largest}%, 100%)`,
                  backgroundColor: colors[side],
                }}
              />
            ))}
          </div>
          {sharesWidth > 0 && (
            <div className={styles.shares} style={{ width: sharesWidth }}>
              {shares[position]}
            </div>
          )}
        </div>
      ))}
      {element}
    </div>
  );
}

/** The rest may be far larger than any category by itself: its bar is cut, so that the others can be compared. */
function largestNamedShare(bars: readonly CategoryBar[]): number {
  const named = bars.filter(({ isRest }) => !isRest);
  const shares = (named.length > 0 ? named : bars).flatMap(({ baselineShare, currentShare }) => [
    baselineShare,
    currentShare,
  ]);
  return Math.max(...shares, 1e-12);
}

function labelOf({ category, change }: CategoryBar): string {
  const name = category === '' ? '(empty)' : category;
  return change === 'new' ? `${name} (new)` : change === 'vanished' ? `${name} (gone)` : name;
}

const getStyles = (theme: GrafanaTheme2) => ({
  chart: css({
    position: 'relative',
    overflow: 'hidden',
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, borderRadius: 2 },
  }),
  row: css({ display: 'flex', alignItems: 'center', gap: 6, backgroundColor: theme.colors.action.hover }),
  name: css({
    flex: 'none',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  baseline: css({ opacity: 0.65, borderRadius: '0 2px 0 0' }),
  current: css({ borderRadius: '0 0 2px 0' }),
  cut: css({ maskImage: 'linear-gradient(to right, black 75%, transparent)' }),
  shares: css({
    flex: 'none',
    textAlign: 'right',
    whiteSpace: 'nowrap',
    fontSize: 11,
    color: theme.colors.text.secondary,
    fontVariantNumeric: 'tabular-nums',
  }),
});
