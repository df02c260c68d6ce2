import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { Alert, LinkButton, TextLink, useStyles2 } from '@grafana/ui';
import { Page } from './Page';
import {
  DASHBOARDS,
  DATASOURCE_PLUGIN_ID,
  datasourcePage,
  DEMO_DASHBOARD,
  DEMO_SOURCE,
  NEW_ALERT_RULE,
  NEW_DASHBOARD,
  NEW_DATASOURCE,
} from './places';
import { Step } from './Step';

/** What Modelwatch is, and the way to a first answer. */
export function StartPage() {
  const styles = useStyles2(getStyles);
  const sources = getDataSourceSrv().getList({ pluginId: DATASOURCE_PLUGIN_ID });
  return (
    <Page subTitle="Watches machine-learning models in production: what drifted, since when, and by how much.">
      <div className={styles.page}>
        <p>
          A model answers well as long as what it sees looks like what it learnt from. Modelwatch compares the two: each
          input and each prediction, now against a baseline. It says for each whether it drifted, how sure that is, and
          whether the change is large enough to matter. Panels, alert rules and the command line use the same
          statistics, so they never disagree.
        </p>
        {sources.some(({ uid }) => uid === DEMO_SOURCE) ? (
          <div className={styles.demo}>
            <LinkButton href={DEMO_DASHBOARD} icon="apps" size="lg">
              See the demo: flight delays
            </LinkButton>
            <span>A delay-prediction model over the New York flights of 2013. Real data, real drift.</span>
          </div>
        ) : (
          <Alert severity="info" title="The demo's data are not here" className={styles.missing}>
            The dashboards below ask a data source “Modelwatch demo”, which this Grafana doesn&apos;t have.
            docs/install.md says how to provision it. For data of your own, make a data source and give it to their
            queries.
          </Alert>
        )}
        <h2>Dashboards</h2>
        <ul className={styles.dashboards}>
          {DASHBOARDS.map(({ uid, title, purpose }) => (
            <li key={uid}>
              <TextLink href={`/d/${uid}`}>{title}</TextLink>
              <span>{purpose}</span>
            </li>
          ))}
        </ul>
        <h2>Three steps to your own</h2>
        <ol className={styles.steps}>
          <Step number={1} title="Say where the data is">
            <p>Add a Modelwatch data source, give it a connection, and press Save &amp; test.</p>
            {sources.length > 0 ? (
              <ul className={styles.sources}>
                {sources.map(({ uid, name }) => (
                  <li key={uid}>
                    <TextLink href={datasourcePage(uid)}>{name}</TextLink>
                  </li>
                ))}
              </ul>
            ) : (
              <TextLink href={NEW_DATASOURCE}>Add a data source</TextLink>
            )}
          </Step>
          <Step number={2} title="Ask what drifted">
            <p>
              In a dashboard choose the Drift panel, a file, and what it is compared with. Put a Distribution panel
              beside it: a click on a feature shows how its values changed.
            </p>
            <TextLink href={NEW_DASHBOARD}>Make a dashboard</TextLink>
          </Step>
          <Step number={3} title="Be told">
            <p>
              The same query with the format “Alert” gives one number for each feature: 2 drift, 1 warning, 0 no drift.
              A rule on “is above 1” tells you when something drifts.
            </p>
            <TextLink href={NEW_ALERT_RULE}>Make an alert rule</TextLink>
          </Step>
        </ol>
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
  steps: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
    gap: theme.spacing(2),
    margin: theme.spacing(2, 0, 0),
    padding: 0,
    listStyle: 'none',
  }),
  sources: css({ margin: 0, paddingLeft: theme.spacing(2) }),
});
