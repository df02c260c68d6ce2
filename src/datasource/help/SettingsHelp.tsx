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
        'Add a connection for each place that holds what a model saw and said: a folder such as /var/log/models (CSV, NDJSON, JSON, Parquet), a Prometheus such as http://prometheus:9090, an Elasticsearch or OpenSearch such as https://elasticsearch:9200, or a data source of this Grafana. Then press Save & test.'
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
        {t('config.firstQuery', 'Ask a first query')}
      </TextLink>
    </Text>
  );
}
