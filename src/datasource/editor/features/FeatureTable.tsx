import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { t } from '../../text';
import { Disclosure } from '../fields/Disclosure';
import type { FeatureProps } from './FeatureProps';
import { FeatureRow } from './FeatureRow';
import { shownFeatures } from './shownFeatures';

const MOST_SHOWN = 60;

/** Each feature with its type, how that was found, and the tests that this leads to. */
export function FeatureTable({ draft, description, onChange }: FeatureProps) {
  const styles = useStyles2(getStyles);
  const current = draft.current ?? {};
  const features = current.features ?? [];
  const shown = shownFeatures(features, description.value?.fields ?? []);
  if (shown.length === 0) {
    return null;
  }
  const setType = (name: string, type: (typeof shown)[number]['override']) =>
    onChange({
      ...draft,
      current: {
        ...current,
        features: features.map((feature) => {
          const { type: _, ...rest } = feature;
          return feature.name === name ? (type === undefined ? rest : { ...rest, type }) : feature;
        }),
      },
    });
  return (
    <Disclosure
      isNested
      title={t('types.title', 'Types and tests')}
      summary={summary(shown, description.value?.fields.length)}
    >
      {/* Scrolls sideways in a narrow window: so the keyboard must reach it. */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('types.title', 'Types and tests')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('types.feature', 'Feature')}</th>
              <th scope="col">{t('types.type', 'Type')}</th>
              <th scope="col">{t('types.evidence', 'Detected from')}</th>
              <th scope="col">{t('types.tests', 'Tests')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, MOST_SHOWN).map((feature) => (
              <FeatureRow key={feature.name} feature={feature} tests={draft.tests ?? 'auto'} onType={setType} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>
        {shown.length > MOST_SHOWN &&
          `${t('types.more', 'And {{count}} more.', { count: shown.length - MOST_SHOWN })} `}
        {features.length === 0 && t('types.choose', 'Select features to set a type manually. ')}
        {t(
          'types.baseline',
          'Types are detected from all data here. A verdict detects them from its baseline and keeps them.'
        )}
      </p>
    </Disclosure>
  );
}

function summary(shown: ReadonlyArray<{ type: string | undefined }>, columns: number | undefined): string {
  const count = (type: string) => shown.filter((feature) => feature.type === type).length;
  const parts = ['numeric', 'categorical', 'boolean', 'text']
    .filter((type) => count(type) > 0)
    .map((type) => `${count(type)} ${type}`);
  const hidden = columns === undefined ? 0 : columns - shown.length;
  const left = hidden > 0 ? t('types.hidden', '{{count}} excluded', { count: hidden }) : '';
  return [...parts, left].filter((part) => part !== '').join(', ');
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflowX: 'auto' }),
  table: css({
    minWidth: 560,
    width: '100%',
    maxWidth: 1000,
    fontSize: theme.typography.bodySmall.fontSize,
    '& th': {
      padding: theme.spacing(0.5, 1.5, 0.5, 0),
      textAlign: 'left',
      color: theme.colors.text.secondary,
      fontWeight: theme.typography.fontWeightMedium,
    },
    '& td': {
      padding: theme.spacing(0.5, 1.5, 0.5, 0),
      borderTop: `1px solid ${theme.colors.border.weak}`,
      verticalAlign: 'middle',
    },
  }),
  note: css({
    margin: 0,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
