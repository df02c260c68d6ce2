import React from 'react';
import { css, cx } from '@emotion/css';
import type { DataFrame, GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { dataLinks, followLink } from '../shared/dataLinks';
import { formatShare } from '../shared/formatNumber';
import { PERFORMANCE_WORDS } from '../shared/performanceWords';
import type { FormatTime } from '../shared/timeWords';
import { VerdictGlyph } from '../shared/VerdictGlyph';
import { formatChange, formatInterval, formatMetric } from './model/formatMetric';
import { metricWords } from './model/metricWords';
import type { Track } from './model/PerformanceBoard';

interface Props {
  tracks: readonly Track[];
  caption: string;
  frames: readonly DataFrame[];
  formatTime: FormatTime;
  /** Each metric below the other, its figures in lines. */
  isNarrow: boolean;
  selected: Track;
  onSelect: (track: Track) => void;
}

interface Cell {
  readonly name: string;
  readonly value: React.ReactNode;
  readonly isNumber?: boolean;
}

/** A row for each metric and segment: its newest judged window. A click shows it over time. */
export function TrackTable({ tracks, caption, frames, formatTime, isNarrow, selected, onSelect }: Props) {
  const styles = useStyles2(getStyles);
  const has = (key: 'baseline' | 'estimated' | 'objective') => tracks.some(({ newest }) => newest.row[key] !== null);
  const [hasBaseline, hasEstimate, hasObjective] = [has('baseline'), has('estimated'), has('objective')];
  const hasWhere = tracks.some(({ where }) => where !== '');
  const hasLinks = tracks.some(({ newest }) => dataLinks(frames, newest.origin).length > 0);
  const cells = (track: Track): Cell[] => {
    const { row } = track.newest;
    const metric = (name: string, value: number | null): Cell => ({
      ...{ name, isNumber: true },
      value: value === null ? '–' : formatMetric(value),
    });
    return [
      ...(hasWhere ? [{ name: 'Segment', value: track.where }] : []),
      { name: 'Verdict', value: <VerdictCell track={track} formatTime={formatTime} /> },
      { name: 'Value', isNumber: true, value: <ValueCell track={track} /> },
      ...(hasBaseline ? [metric('Baseline', row.baseline)] : []),
      ...(hasBaseline
        ? [{ name: 'Change', value: row.drop === null ? '–' : formatChange(row.metric, row.drop), isNumber: true }]
        : []),
      ...(hasEstimate ? [metric('Estimate', row.estimated)] : []),
      ...(hasObjective ? [metric('Objective', row.objective)] : []),
      {
        ...{ name: 'Labeled', isNumber: true },
        value: row.share_labelled === null ? '–' : formatShare(row.share_labelled),
      },
      ...(hasLinks ? [{ name: 'Links', value: <Links track={track} frames={frames} /> }] : []),
    ];
  };
  const name = (track: Track) => (
    <Button
      fill="text"
      size="sm"
      className={styles.button}
      aria-pressed={track.key === selected.key}
      title={metricWords(track.metric).meaning}
      onClick={() => onSelect(track)}
    >
      {track.name}
    </Button>
  );
  if (isNarrow) {
    return (
      <ul className={styles.cards} aria-label={caption}>
        {tracks.map((track) => (
          <li key={track.key} className={cx(styles.card, track.key === selected.key && styles.selected)}>
            <div className={styles.line}>
              <span>
                {name(track)} {track.where !== '' && <span className={styles.interval}>{track.where}</span>}
              </span>
              <ValueCell track={track} />
            </div>
            <div className={styles.line}>
              <VerdictCell track={track} formatTime={formatTime} />
              <span className={styles.interval}>{restOf(cells(track))}</span>
            </div>
            {hasLinks && <Links track={track} frames={frames} />}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Metric</th>
          {cells(tracks[0]).map((cell) => (
            <th key={cell.name} scope="col" className={cx(cell.isNumber && styles.number)}>
              {cell.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tracks.map((track) => (
          <tr key={track.key} className={cx(track.key === selected.key && styles.selected)}>
            <th scope="row">{name(track)}</th>
            {cells(track).map((cell) => (
              <td key={cell.name} className={cx(cell.isNumber && styles.number)}>
                {cell.value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The figures of a row that have no place of their own in a card: `baseline 0.310, change −0.067, labeled 98%` */
function restOf(cells: readonly Cell[]): string {
  return cells
    .filter(({ name, value, isNumber }) => isNumber && name !== 'Value' && value !== '–')
    .map(({ name, value }) => `${name.toLowerCase()} ${String(value)}`)
    .join(', ');
}

/** The value and, in smaller letters, its interval. */
function ValueCell({ track }: { track: Track }) {
  const styles = useStyles2(getStyles);
  const { row } = track.newest;
  const interval = formatInterval(row.low, row.high);
  return (
    <span className={styles.value}>
      {row.value === null ? '–' : formatMetric(row.value)}
      {interval !== '' && (
        <>
          {' '}
          <span className={cx(styles.interval, styles.whole)}>{interval}</span>
        </>
      )}
    </span>
  );
}

function VerdictCell({ track, formatTime }: { track: Track; formatTime: FormatTime }) {
  const styles = useStyles2(getStyles);
  const { row } = track.newest;
  const until = row.mature_at === null ? '' : ` until ${formatTime(row.mature_at)}`;
  const since = track.since === null ? '' : ` since ${formatTime(track.since)}`;
  return (
    <span className={styles.verdict} title={row.reason}>
      <span className={styles.glyph}>
        <VerdictGlyph verdict={row.verdict} />
      </span>
      {PERFORMANCE_WORDS[row.verdict].label}
      {since}
      {until}
      {!track.isDeciding && row.severity !== null && <span className={styles.interval}> (no alarm)</span>}
    </span>
  );
}

function Links({ track, frames }: { track: Track; frames: readonly DataFrame[] }) {
  const styles = useStyles2(getStyles);
  return (
    <>
      {dataLinks(frames, track.newest.origin).map((link, index) => (
        <a
          key={index}
          href={link.href}
          target={link.target}
          rel="noreferrer"
          className={styles.link}
          onClick={(event) => followLink(link, event)}
        >
          {link.title}
        </a>
      ))}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    width: '100%',
    marginTop: theme.spacing(0.5),
    borderCollapse: 'collapse',
    'th, td': {
      padding: theme.spacing(0.375, 1.5, 0.375, 0),
      textAlign: 'left',
      verticalAlign: 'top',
      fontWeight: theme.typography.fontWeightRegular,
    },
    'th:first-of-type': { paddingLeft: theme.spacing(0.75) },
    'thead th': {
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      whiteSpace: 'nowrap',
    },
  }),
  caption: css({
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  }),
  number: css({ '&&': { textAlign: 'right' }, fontVariantNumeric: 'tabular-nums' }),
  selected: css({
    backgroundColor: theme.colors.background.secondary,
    boxShadow: `inset 2px 0 ${theme.colors.primary.border}`,
  }),
  button: css({ height: 'auto', padding: 0, fontSize: 'inherit', whiteSpace: 'normal', textAlign: 'left' }),
  value: css({ fontVariantNumeric: 'tabular-nums' }),
  whole: css({ whiteSpace: 'nowrap' }),
  interval: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  verdict: css({ display: 'inline-block', minWidth: '8em', paddingLeft: 18, textIndent: -18 }),
  glyph: css({ display: 'inline-block', width: 18, textIndent: 0, verticalAlign: '-1px' }),
  cards: css({ listStyle: 'none', margin: theme.spacing(1, 0, 0), padding: 0 }),
  card: css({ padding: theme.spacing(0.75, 0.75), borderTop: `1px solid ${theme.colors.border.weak}` }),
  line: css({ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: theme.spacing(1) }),
  link: css({ color: theme.colors.text.link, textDecoration: 'underline', marginRight: theme.spacing(1) }),
});
