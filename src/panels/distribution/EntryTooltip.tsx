import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { FigureList } from '../shared/FigureList';
import { formatCount, formatShare } from '../shared/formatNumber';
import type { CategoryBar } from './model/foldCategories';
import { SIDES, type SideColors } from './model/Side';
import type { TableEntry } from './EntryTable';

interface Props {
  name: string;
  entry: Omit<TableEntry, 'name'>;
  colors: SideColors;
  change?: CategoryBar['change'];
}

const CHANGES = {
  new: 'New: not in the baseline.',
  vanished: 'Gone: not in the current window.',
  grown: 'Share at least doubled.',
  shrunk: 'Share at least halved.',
} as const;

/** A bin or category in numbers. */
export function EntryTooltip({ name, entry, colors, change }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <strong className={styles.name}>{name}</strong>
      <FigureList
        figures={SIDES.map((side) => ({
          name: side === 'baseline' ? 'Baseline' : 'Current',
          value: (
            <>
              <span className={styles.sign} style={{ backgroundColor: colors[side] }} />
              {formatShare(entry[`${side}Share`])} ({formatCount(entry[side])} rows)
            </>
          ),
        }))}
      />
      {change && <div className={styles.change}>{CHANGES[change]}</div>}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  name: css({ overflowWrap: 'anywhere' }),
  sign: css({
    display: 'inline-block',
    width: 10,
    height: 4,
    marginRight: theme.spacing(0.75),
    verticalAlign: 'middle',
  }),
  change: css({ marginTop: theme.spacing(0.5) }),
});
