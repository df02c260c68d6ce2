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
          'A query compares what is shown with a baseline, and says for each feature whether it drifted. Choose what is shown, where the data are, and what they are compared with. "Plan and cost" at the bottom says what the store will be asked.'
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
          {t('help.editor', 'Every field of the editor')}
        </TextLink>
        {' · '}
        <TextLink href={docLink('statistics')} external inline>
          {t('help.statistics', 'How a verdict is reached')}
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
