import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** What the charts of this panel share: the place of the drawing, its lines, and the words beside them. */
export const chartStyles = (theme: GrafanaTheme2) => ({
  chart: css({
    position: 'relative',
    svg: { display: 'block' },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, borderRadius: 2 },
  }),
  /** What a value is held against: a deadline, a margin. */
  limit: css({ stroke: theme.colors.text.primary, strokeDasharray: '4 3' }),
  diagonal: css({ stroke: theme.colors.text.secondary, strokeDasharray: '4 4' }),
  zero: css({ stroke: theme.colors.text.secondary }),
  label: css({ fill: theme.colors.text.secondary, fontSize: 11, fontFamily: theme.typography.fontFamily }),
});
