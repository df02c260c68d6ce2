import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { CauseRow } from '../../frames/causes/CauseRow';

/** How much a cause explains, from 0 to 1, with its interval as a line. Decorative: the row says it in words. */
export function CauseBar({ explained, explained_low: low, explained_high: high }: CauseRow) {
  const styles = useStyles2(getStyles);
  const at = (share: number) => `${(100 * share).toFixed(1)}%`;
  return (
    <div className={styles.track} aria-hidden="true">
      {explained !== null && <div className={styles.size} style={{ width: at(explained) }} />}
      {low !== null && high !== null && (
        <div className={styles.interval} style={{ left: at(low), width: at(Math.max(0, high - low)) }} />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  track: css({
    position: 'relative',
    height: 10,
    minWidth: 60,
    width: '100%',
    backgroundColor: theme.colors.background.secondary,
    borderRadius: 2,
  }),
  size: css({
    position: 'absolute',
    left: 0,
    top: 0,
    bottom: 0,
    borderRadius: 2,
    backgroundColor: theme.visualization.getColorByName('orange'),
  }),
  // With an end on either side.
  interval: css({
    position: 'absolute',
    top: 2,
    bottom: 2,
    borderLeft: `1px solid ${theme.colors.text.primary}`,
    borderRight: `1px solid ${theme.colors.text.primary}`,
    '&::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      right: 0,
      top: '50%',
      borderTop: `1px solid ${theme.colors.text.primary}`,
    },
  }),
});
