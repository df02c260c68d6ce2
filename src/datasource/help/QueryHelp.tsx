import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, QueryEditorHelpProps } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import type { ModelwatchQuery } from '../ModelwatchQuery';
import { t } from '../text';
import { docLink } from './docLinks';
import { QUERY_EXAMPLES } from './examples';

/** What the question mark beside a query shows: what can be asked, examples to begin with, where more is said. */
export function QueryHelp({ query, onClickExample }: QueryEditorHelpProps<ModelwatchQuery>) {
  const styles = useStyles2(getStyles);
  return (
    <div>
      <h2>{t('help.title', 'Modelwatch queries')}</h2>
      <p>
        {t(
          'help.what',
          'A query compares the current data with a baseline and reports which features drifted. Select the query type, the data, and the baseline. "Query plan" at the bottom shows the requests to the store.'
        )}
      </p>
      <ul className={styles.examples}>
        {QUERY_EXAMPLES.map(({ title, purpose, query: example }) => (
          <li key={title}>
            <button
              type="button"
              className={styles.example}
              onClick={() =>
                onClickExample({
                  refId: query?.refId ?? 'A',
                  datasource: query?.datasource,
                  version: 1,
                  // Where the data are stays as it was picked.
                  current: query?.current ?? {},
                  ...example,
                })
              }
            >
              {title}
            </button>
            <div>{purpose}</div>
          </li>
        ))}
      </ul>
      <p>
        <TextLink href={docLink('query-editor')} external inline>
          {t('help.editor', 'Query editor reference')}
        </TextLink>
        {' · '}
        <TextLink href={docLink('statistics')} external inline>
          {t('help.statistics', 'How verdicts are made')}
        </TextLink>
        {' · '}
        <TextLink href={docLink('alerting')} external inline>
          {t('help.alerting', 'Alert rules')}
        </TextLink>
      </p>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  examples: css({ display: 'grid', gap: theme.spacing(1), padding: 0, listStyle: 'none' }),
  example: css({
    padding: 0,
    border: 'none',
    background: 'none',
    color: theme.colors.text.link,
    fontWeight: theme.typography.fontWeightMedium,
  }),
});
