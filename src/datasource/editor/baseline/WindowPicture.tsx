import React from 'react';
import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { t } from '../../text';
import type { AskedRange, SectionProps } from '../SectionProps';
import { useConnection } from '../selection/useConnection';
import { isPlaced } from '../selection/isPlaced';
import { useDraftAnswer } from '../useDraftAnswer';
import { type Bar, pictureLayout } from './pictureLayout';

/** Which stretches of time are compared: those of the baseline above those that are judged. */
export function WindowPicture({ resources, draft, errors, range }: SectionProps & { range: AskedRange }) {
  const styles = useStyles2(getStyles);
  const { type } = useConnection(resources, draft.current ?? {});
  const isReady = errors.size === 0 && isPlaced(draft.current, type);
  const { value, error } = useDraftAnswer(isReady ? draft : null, range, resources.windows);
  if (error !== undefined) {
    return (
      <div className={styles.note} role="status">
        <Icon name="exclamation-triangle" className={styles.warning} /> {error}
      </div>
    );
  }
  if (value === undefined) {
    return null;
  }
  const layout = pictureLayout(value);
  const count = value.current.length;
  const sentence = t('picture.sentence', 'Baseline: {{baseline}}. Current: {{count}} in the selected time range.', {
    baseline: value.description,
    count: count === 1 ? t('picture.one', 'one window') : t('picture.many', '{{count}} windows', { count }),
  });
  if (layout === null) {
    return <div className={styles.note}>{sentence}</div>;
  }
  const { timezone = 'UTC' } = draft;
  const show = (time: number) => dateTimeFormat(time, { timeZone: zoneOf(timezone), format: 'YYYY-MM-DD HH:mm' });
  return (
    <figure className={styles.figure}>
      <div className={styles.lanes} role="img" aria-label={sentence}>
        <span className={styles.name}>{t('picture.baseline', 'Baseline')}</span>
        <Lane bars={layout.baseline} className={styles.baseline} />
        <span className={styles.name}>{t('picture.current', 'Current')}</span>
        <Lane bars={layout.current} className={styles.current} />
        <span />
        <span className={styles.times}>
          <span>{show(layout.from)}</span>
          <span>{show(layout.to)}</span>
        </span>
      </div>
      <figcaption className={styles.note}>{sentence}</figcaption>
    </figure>
  );
}

function Lane({ bars, className }: { bars: readonly Bar[]; className: string }) {
  return (
    <svg width="100%" height={10} aria-hidden>
      <rect width="100%" height={1} y={4.5} fill="currentColor" opacity={0.2} />
      {bars.map(({ left, width }, place) => (
        <rect key={place} x={`${left * 100}%`} width={`${width * 100}%`} height={10} rx={1} className={className} />
      ))}
    </svg>
  );
}

/** A zone that is still being typed, or a variable, must not keep the picture from being drawn. */
function zoneOf(timezone: string): string {
  return timezone.startsWith('$') ? 'UTC' : timezone;
}

const getStyles = (theme: GrafanaTheme2) => ({
  figure: css({ margin: 0, maxWidth: 720 }),
  lanes: css({
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
  }),
  name: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  // The colors of the distribution panel.
  baseline: css({ fill: theme.isDark ? '#a2a9b6' : '#7d838e', stroke: theme.colors.background.secondary }),
  current: css({
    fill: theme.visualization.getColorByName(theme.isDark ? 'blue' : 'semi-dark-blue'),
    stroke: theme.colors.background.secondary,
  }),
  times: css({
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: theme.spacing(1),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  warning: css({ color: theme.colors.warning.text }),
});
