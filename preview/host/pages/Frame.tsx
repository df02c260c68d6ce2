import { css } from '@emotion/css';
import React from 'react';
import { useLocation } from 'react-router-dom';
import { urlUtil, type GrafanaTheme2 } from '@grafana/data';
import { config, locationSearchToObject } from '@grafana/runtime';
import { TextLink, useStyles2 } from '@grafana/ui';

const plain = { inline: false, variant: 'bodySmall' } as const;

/** The bar above every page: says that this is not Grafana, and leads to what there is. */
export function Frame({ children }: React.PropsWithChildren) {
  const styles = useStyles2(getStyles);
  const { pathname, search } = useLocation();
  const { dashboards } = window.grafanaBootData;
  const other = config.theme2.isDark ? 'light' : 'dark';
  return (
    <>
      <header className={styles.bar}>
        <span className={styles.notice}>
          <strong>Preview, not Grafana.</strong> The built plugins, running on Grafana’s own libraries.
        </span>
        <nav aria-label="Pages" className={styles.links}>
          {Object.values(config.bootData.settings.apps).map(({ id }) => (
            <TextLink key={id} {...plain} href={`/a/${id}`}>
              Start
            </TextLink>
          ))}
          {dashboards.map(({ uid, title }) => (
            <TextLink key={uid} {...plain} href={`/d/${uid}`}>
              {title}
            </TextLink>
          ))}
          {Object.values(config.datasources).map(({ uid, name }) => (
            <TextLink key={uid} {...plain} href={`/connections/datasources/edit/${uid}`}>
              Data source
            </TextLink>
          ))}
          <a href={urlUtil.renderUrl(pathname, { ...locationSearchToObject(search), theme: other })}>
            {other === 'light' ? 'Light' : 'Dark'} theme
          </a>
        </nav>
      </header>
      <main className={styles.page}>{children}</main>
    </>
  );
}

const getStyles = ({ colors, spacing, typography }: GrafanaTheme2) => ({
  bar: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: spacing(0.5, 2),
    justifyContent: 'space-between',
    padding: spacing(1, 2),
    background: colors.background.primary,
    borderBottom: `1px solid ${colors.border.weak}`,
    fontSize: typography.bodySmall.fontSize,
  }),
  notice: css({ color: colors.text.secondary }),
  links: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: spacing(0.5, 2),
    '& > a:last-child': { color: colors.text.link },
  }),
  page: css({ padding: spacing(2), display: 'flex', flexDirection: 'column', minHeight: '85vh' }),
});
