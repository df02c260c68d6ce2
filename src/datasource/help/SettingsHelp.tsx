import React from 'react';
import { Text, TextLink } from '@grafana/ui';
import { t } from '../text';
import { docLink, firstQuery } from './docLinks';

/** At the top of a data source's page: what to do there, with examples, and where more is said. */
export function SettingsHelp({ uid }: { uid: string }) {
  return (
    <Text color="secondary">
      {t(
        'config.help',
        'Add a connection for each data store: a folder such as /var/log/models (CSV, NDJSON, JSON, Parquet), a Prometheus server such as http://prometheus:9090, an Elasticsearch or OpenSearch cluster such as https://elasticsearch:9200, or an existing Grafana data source. Then click Save & test.'
      )}{' '}
      <TextLink href={docLink('configuration')} external inline>
        {t('config.helpMore', 'All settings')}
      </TextLink>
      {' · '}
      <TextLink href={docLink('logging')} external inline>
        {t('config.helpLogging', 'What a model should log')}
      </TextLink>
      {' · '}
      <TextLink href={firstQuery(uid)} external inline>
        {t('config.firstQuery', 'Run a first query')}
      </TextLink>
    </Text>
  );
}
