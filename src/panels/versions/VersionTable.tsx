import React from 'react';
import { css, cx } from '@emotion/css';
import type { DataFrame, GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import type { VersionStatus } from '../../verdict/versions/VersionTrace';
import { dataLinks, followLink } from '../shared/dataLinks';
import { formatCount, formatShare } from '../shared/formatNumber';
import type { FormatTime } from '../shared/timeWords';
import { JudgementCell } from './JudgementCell';
import { seenInWords } from './model/describeBoard';
import type { VersionBoard, VersionEntry } from './model/VersionBoard';
import { Swatch } from './Swatch';
import type { VersionColors } from './versionColors';

interface Props {
  board: VersionBoard;
  caption: string;
  colors: VersionColors;
  formatTime: FormatTime;
  /** Each version below the other, its figures in lines. */
  isNarrow: boolean;
  frames: readonly DataFrame[];
  selected: readonly string[];
  /** Undefined where a click does nothing. */
  onSelect?: (version: string) => void;
}

const STATUS: Readonly<Record<VersionStatus, string>> = {
  active: 'active',
  present: 'beside it',
  gone: 'gone',
  stray: 'a few calls',
};

/** A row for each version: since when, what share, how many calls, and what drift and quality tables say of it. */
export function VersionTable({ board, caption, colors, formatTime, isNarrow, frames, selected, onSelect }: Props) {
  const styles = useStyles2(getStyles);
  const rows = board.segments.flatMap(({ name, key, versions }) =>
    versions.map((entry) => ({ entry, key: `${key} ${entry.version}`, where: name }))
  );
  const has = {
    where: board.segments.length > 1,
    drift: rows.some(({ entry }) => entry.drift !== null),
    quality: rows.some(({ entry }) => entry.quality !== null),
    links: rows.some(({ entry }) => linksOf(entry, frames).length > 0),
  };
  const cells = ({ entry, where }: (typeof rows)[number]) => [
    ...(has.where ? [{ name: 'Segment', value: <span className={styles.whole}>{where}</span> }] : []),
    { name: 'Status', value: STATUS[entry.status] },
    { name: 'Seen', value: <span className={styles.seen}>{seenInWords(entry, formatTime)}</span> },
    { name: 'Current share', value: entry.share === null ? '–' : formatShare(entry.share), isNumber: true },
    { name: 'Calls', value: formatCount(entry.calls), isNumber: true },
    ...(has.drift ? [{ name: 'Drift', value: <JudgementCell by="drift" judgement={entry.drift} /> }] : []),
    ...(has.quality ? [{ name: 'Quality', value: <JudgementCell by="quality" judgement={entry.quality} /> }] : []),
    ...(has.links ? [{ name: 'Links', value: <Links entry={entry} frames={frames} /> }] : []),
  ];
  const version = ({ version: name }: VersionEntry) => (
    <span className={styles.version}>
      <Swatch color={colors.get(name)} />
      {onSelect ? (
        <Button fill="text" size="sm" className={styles.button} onClick={() => onSelect(name)}>
          {name}
        </Button>
      ) : (
        name
      )}
    </span>
  );
  const isSelected = ({ version: name }: VersionEntry) => selected.includes(name);
  if (isNarrow) {
    return (
      <ul className={styles.cards} aria-label={caption}>
        {rows.map((row) => (
          <li key={row.key} className={cx(styles.card, isSelected(row.entry) && styles.selected)}>
            <strong>{version(row.entry)}</strong>
            <dl className={styles.figures}>
              {cells(row).map(({ name, value }) => (
                <React.Fragment key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </React.Fragment>
              ))}
            </dl>
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
          <th scope="col">Version</th>
          {cells(rows[0]).map(({ name, isNumber }) => (
            <th key={name} scope="col" className={cx(isNumber && styles.number)}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={cx(isSelected(row.entry) && styles.selected)}>
            <th scope="row">{version(row.entry)}</th>
            {cells(row).map(({ name, value, isNumber }) => (
              <td key={name} className={cx(isNumber && styles.number)}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Links({ entry, frames }: { entry: VersionEntry; frames: readonly DataFrame[] }) {
  const styles = useStyles2(getStyles);
  return (
    <>
      {linksOf(entry, frames).map((link, index) => (
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

/** Those of the version's newest window. */
function linksOf({ frame, shares }: VersionEntry, frames: readonly DataFrame[]) {
  return dataLinks(frames, { frame, row: shares.length - 1 });
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    width: '100%',
    marginTop: theme.spacing(1),
    borderCollapse: 'collapse',
    'th, td': {
      padding: theme.spacing(0.5, 1.5, 0.5, 0),
      textAlign: 'left',
      verticalAlign: 'top',
      fontWeight: theme.typography.fontWeightRegular,
    },
    'thead th': {
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      whiteSpace: 'nowrap',
    },
    'tbody th': { fontWeight: theme.typography.fontWeightMedium },
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
  version: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.75), overflowWrap: 'anywhere' }),
  button: css({ height: 'auto', padding: 0, fontSize: 'inherit', whiteSpace: 'normal', textAlign: 'left' }),
  // In two lines at most where there is little room.
  seen: css({ display: 'inline-block', minWidth: '8em' }),
  whole: css({ whiteSpace: 'nowrap' }),
  cards: css({ listStyle: 'none', margin: theme.spacing(1, 0, 0), padding: 0 }),
  card: css({
    padding: theme.spacing(0.75, 0.5),
    borderTop: `1px solid ${theme.colors.border.weak}`,
    strong: { fontWeight: theme.typography.fontWeightMedium },
  }),
  figures: css({
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: theme.spacing(1.5),
    margin: 0,
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0, minWidth: 0 },
  }),
  link: css({ color: theme.colors.text.link, textDecoration: 'underline', marginRight: theme.spacing(1) }),
});
