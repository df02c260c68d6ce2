import React from 'react';
import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { LinkButton, TextLink, useStyles2 } from '@grafana/ui';
import { Page } from './Page';
import { DOCS_PAGES } from './docs/docs';
import { DASHBOARDS, DATASOURCE_PLUGIN_ID, DEMO_DASHBOARD, DEMO_SOURCE, docPage } from './places';
import { FirstSteps } from './setup/FirstSteps';

/** What Modelwatch is, and the way to a first answer. */
export function StartPage() {
  const styles = useStyles2(getStyles);
  const sources = getDataSourceSrv().getList({ pluginId: DATASOURCE_PLUGIN_ID });
  return (
    <Page subTitle="Monitors machine-learning models in production: what drifted, since when, and by how much.">
      <div className={styles.page}>
        <p>
          A model is only as good as the match between its current inputs and its training data. Modelwatch compares
          each input and each prediction with a baseline, and reports which changes are statistically significant and
          above the threshold. Panels, alert rules, and the command line share the same statistics.
        </p>
        {sources.some(({ uid }) => uid === DEMO_SOURCE) ? (
          <div className={styles.demo}>
            <LinkButton href={locationUtil.assureBaseUrl(DEMO_DASHBOARD)} icon="apps" size="lg">
              See the demo: flight delays
            </LinkButton>
            <span>A delay-prediction model over the New York flights of 2013. Real data, real drift.</span>
          </div>
        ) : (
          <p className={styles.missing}>
            Demo data source not found. The demo, <em>Flight delays</em>, needs its own data:{' '}
            <TextLink href={docPage('install')} inline>
              provision the demo
            </TextLink>
            . The other dashboards work with any Modelwatch data source. Select it at the top.
          </p>
        )}
        <h2>Connect your data</h2>
        <FirstSteps />
        <h2>Dashboards</h2>
        <ul className={styles.dashboards}>
          {DASHBOARDS.map(({ uid, title, purpose }) => (
            <li key={uid}>
              <TextLink href={`/d/${uid}`}>{title}</TextLink>
              <span>{purpose}</span>
            </li>
          ))}
        </ul>
        <h2>Documentation</h2>
        <ul className={styles.documents}>
          {DOCS_PAGES.map(({ name, title }) => (
            <li key={name}>
              <TextLink href={docPage(name)}>{title}</TextLink>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ maxWidth: 880, h2: { marginTop: theme.spacing(4) } }),
  demo: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginTop: theme.spacing(3),
    color: theme.colors.text.secondary,
  }),
  missing: css({ margin: theme.spacing(3, 0, 0) }),
  dashboards: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
    gap: theme.spacing(2),
    margin: theme.spacing(2, 0, 0),
    padding: 0,
    listStyle: 'none',
    span: { display: 'block', color: theme.colors.text.secondary },
  }),
  documents: css({ columns: '240px', margin: theme.spacing(2, 0, 0), paddingLeft: theme.spacing(2) }),
});
