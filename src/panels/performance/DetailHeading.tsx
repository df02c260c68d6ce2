import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** What a view shows, and of when. */
export function DetailHeading({ title, when = '' }: { title: string; when?: string }) {
  const styles = useStyles2(getStyles);
  return (
    <h4 className={styles.heading}>
      {title} {when !== '' && <span className={styles.when}>{when}</span>}
    </h4>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  heading: css({ margin: 0, fontSize: theme.typography.body.fontSize, fontWeight: theme.typography.fontWeightMedium }),
  when: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
  }),
});
