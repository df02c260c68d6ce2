import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { IconButton, useStyles2 } from '@grafana/ui';
import { EFFECT_NAMES, effectValue } from '../shared/effectWords';
import { FigureList, type Figure } from '../shared/FigureList';
import { formatCount, formatProbability } from '../shared/formatNumber';
import { PanelTooltip } from '../shared/PanelTooltip';
import { VerdictGlyph } from '../shared/VerdictGlyph';
import { VERDICT_WORDS } from '../shared/verdictWords';
import { followLink, type CellLink } from './cellLinks';
import { columnName } from './model/describeCell';
import { rowName } from './model/describeRow';
import type { MapCell, MapColumn, MapRow } from './model/DriftMap';

interface Props {
  row: MapRow;
  column: MapColumn;
  cell: MapCell | undefined;
  position: { x: number; y: number };
  timeZone: TimeZone;
  /** Where the cell leads; shown once it is clicked. */
  links?: CellLink[];
  onClose: () => void;
}

/** The numbers behind a cell and the reason for its verdict. */
export function CellTooltip({ row, column, cell, position, timeZone, links, onClose }: Props) {
  const styles = useStyles2(getStyles);
  const where = columnName(column, timeZone);
  return (
    <PanelTooltip position={position} pinned={links !== undefined}>
      <div className={styles.head}>
        <strong>{rowName(row)}</strong>
        {links && <IconButton name="times" aria-label="Close" size="sm" onClick={onClose} />}
      </div>
      {where !== '' && <div className={styles.where}>{where}</div>}
      {cell ? (
        <>
          <div className={styles.verdict}>
            <VerdictGlyph verdict={cell.row.verdict} />
            {VERDICT_WORDS[cell.row.verdict].label}
          </div>
          <div className={styles.reason}>{cell.row.reason}</div>
          <FigureList figures={figuresOf(cell)} />
        </>
      ) : (
        <div className={styles.verdict}>No rows in this window</div>
      )}
      {links?.map((link, index) => (
        <div key={index} className={styles.link}>
          <a
            href={link.href}
            target={link.target}
            rel="noreferrer"
            className={styles.anchor}
            onClick={(event) => followLink(link, event)}
          >
            {link.title}
          </a>
        </div>
      ))}
    </PanelTooltip>
  );
}

function figuresOf({ row }: MapCell): Figure[] {
  const value = (size: number | null) => (size === null ? '–' : effectValue(row.effect, size));
  return [
    { name: EFFECT_NAMES[row.effect], value: value(row.effect_size) },
    { name: 'Threshold', value: value(row.threshold) },
    ...(row.effect_expected === null ? [] : [{ name: 'By chance alone', value: value(row.effect_expected) }]),
    ...(row.smallest_detectable === null
      ? []
      : [{ name: 'Smallest shift that would show', value: value(row.smallest_detectable) }]),
    { name: 'Test', value: row.test },
    ...(row.p_adjusted === null ? [] : [{ name: 'p, adjusted', value: formatProbability(row.p_adjusted) }]),
    { name: 'Rows in the baseline', value: formatCount(row.n_baseline) },
    { name: 'Rows now', value: formatCount(row.n_current) },
  ];
}

const getStyles = (theme: GrafanaTheme2) => ({
  head: css({ display: 'flex', justifyContent: 'space-between', gap: theme.spacing(1), overflowWrap: 'anywhere' }),
  where: css({ color: theme.colors.text.secondary }),
  verdict: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    marginTop: theme.spacing(0.5),
    fontWeight: theme.typography.fontWeightMedium,
  }),
  reason: css({ marginTop: theme.spacing(0.5) }),
  anchor: css({ color: theme.colors.text.link, textDecoration: 'underline' }),
  link: css({ marginTop: theme.spacing(0.75) }),
});
