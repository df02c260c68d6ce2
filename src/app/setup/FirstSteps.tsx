import React from 'react';
import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { LinkButton, TextLink, useStyles2 } from '@grafana/ui';
import { DATASOURCE_PLUGIN_ID, datasourcePage, docPage, firstQuery, NEW_ALERT_RULE } from '../places';
import { Step } from '../Step';
import { ActionButton } from './ActionButton';
import { addDataSource } from './addDataSource';

interface Props {
  /** Switches the app on; left out where it is on. */
  enable?: () => Promise<void>;
  /** Shows the step of enabling even where it is done. */
  showEnabled?: boolean;
}

/** From the unpacked archive to a first verdict and a rule: a button each. */
export function FirstSteps({ enable, showEnabled = false }: Props) {
  const styles = useStyles2(getStyles);
  const sources = getDataSourceSrv().getList({ pluginId: DATASOURCE_PLUGIN_ID });
  const [source] = sources;
  const first = enable || showEnabled ? 1 : 0;
  return (
    <ol className={styles.steps}>
      {first > 0 && (
        <Step number={1} title="Enable the app">
          <p>Enable the app to make its data source, panels, and dashboards available.</p>
          {enable ? <ActionButton action={enable}>Enable</ActionButton> : <p>The app is enabled.</p>}
        </Step>
      )}
      <Step number={first + 1} title="Add a data source">
        <p>Add a connection (files, Prometheus, or Elasticsearch), then click Save &amp; test.</p>
        {sources.length > 0 && (
          <ul className={styles.sources}>
            {sources.map(({ uid, name }) => (
              <li key={uid}>
                <TextLink href={datasourcePage(uid)}>{name}</TextLink>
              </li>
            ))}
          </ul>
        )}
        <ActionButton action={addDataSource} disabled={enable !== undefined}>
          {source ? 'Add another data source' : 'Add a data source'}
        </ActionButton>
      </Step>
      <Step number={first + 2} title="Explore drift">
        <p>
          Pick a file, an index or a metric: the last seven days are compared with the seven before. Each feature gets a
          verdict.
        </p>
        {source ? (
          <LinkButton href={locationUtil.assureBaseUrl(firstQuery(source.uid))}>Run a first query</LinkButton>
        ) : (
          <p>Needs a data source.</p>
        )}
      </Step>
      <Step number={first + 3} title="Create an alert">
        <p>
          In a panel&apos;s menu, <em>Extensions → Alert on this drift</em> opens a rule that is filled in. A rule gets
          one number for each feature: 2 drift, 1 warning, 0 no drift; above 1.5 is drift.
        </p>
        <p>
          <TextLink href={NEW_ALERT_RULE}>Create an alert rule</TextLink>
        </p>
        <TextLink href={docPage('alerting')}>How rules work</TextLink>
      </Step>
    </ol>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  steps: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
    gap: theme.spacing(2),
    margin: theme.spacing(2, 0, 0),
    padding: 0,
    listStyle: 'none',
  }),
  sources: css({ margin: theme.spacing(0, 0, 1), paddingLeft: theme.spacing(2) }),
});
