import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { IconButton, useStyles2 } from '@grafana/ui';
import { FigureList } from '../shared/FigureList';
import { PanelTooltip } from '../shared/PanelTooltip';
import { VerdictGlyph } from '../shared/VerdictGlyph';
import { verdictWords } from '../shared/verdictWords';
import { followLink, type DataLink } from '../shared/dataLinks';
import { type AlarmActions, AlarmDetails } from './alarm/AlarmDetails';
import { cellFigures } from './model/cellFigures';
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
  links?: DataLink[];
  /** Of an alarm that was clicked. */
  alarm?: AlarmActions;
  onClose: () => void;
}

/** The numbers behind a cell and the reason for its verdict. */
export function CellTooltip({ row, column, cell, position, timeZone, links, alarm, onClose }: Props) {
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
            {verdictWords(cell.details.subject)[cell.row.verdict].label}
          </div>
          <div className={styles.reason}>{cell.row.reason}</div>
          <FigureList figures={cellFigures(cell, timeZone)} />
          {cell.details.subject === 'quality' && cell.details.nextStep !== '' && (
            <div className={styles.reason}>
              <strong>Next:</strong> {cell.details.nextStep}
            </div>
          )}
        </>
      ) : (
        <div className={styles.verdict}>No rows in this window</div>
      )}
      {alarm && <AlarmDetails key={`${row.key} ${column.key}`} actions={alarm} timeZone={timeZone} />}
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
