import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import type { Explanation, PlanDescription, Unsupported } from '../../resources';
import { t } from '../../text';
import { Disclosure } from '../fields/Disclosure';
import type { AskedRange, SectionProps } from '../SectionProps';
import { isPlaced } from '../selection/isPlaced';
import { useConnection } from '../selection/useConnection';
import { useDraftAnswer } from '../useDraftAnswer';
import { planSummary } from './planSummary';

/** What the query will ask of its store and what that costs, before it is asked; or why the store can't be made to count. */
export function PlanPreview({ resources, draft, errors, range }: SectionProps & { range: AskedRange }) {
  const styles = useStyles2(getStyles);
  const { type } = useConnection(resources, draft.current ?? {});
  const isReady = errors.size === 0 && isPlaced(draft.current, type);
  const { value, error, loading } = useDraftAnswer(isReady ? draft : null, range, resources.explain);
  if (!isReady) {
    return null;
  }
  const reason = value === undefined ? undefined : unsupported(value);
  const summary =
    error !== undefined ? (
      <span className={styles.failed}>{error}</span>
    ) : reason !== undefined ? (
      <span className={styles.failed}>
        <Icon name="exclamation-triangle" />{' '}
        {t('plan.unsupported', 'Query not supported by this store: {{reason}}', { reason })}
      </span>
    ) : value === undefined ? (
      t('plan.loading', 'loading')
    ) : (
      planSummary(value)
    );
  return (
    <div aria-busy={loading} aria-live="polite">
      <Disclosure title={t('plan.title', 'Query plan')} summary={summary}>
        {value === undefined ? (
          <span className={styles.note}>{t('plan.none', 'No plan yet.')}</span>
        ) : (
          <div className={styles.sides}>
            <Side title={t('picture.baseline', 'Baseline')} plan={value.plans.baseline} />
            <Side title={t('picture.current', 'Current')} plan={value.plans.current} />
          </div>
        )}
      </Disclosure>
    </div>
  );
}

function unsupported({ plans }: Explanation): string | undefined {
  return [plans.current, plans.baseline].find((plan): plan is Unsupported => 'unsupported' in plan)?.unsupported;
}

function Side({ title, plan }: { title: string; plan: PlanDescription | Unsupported }) {
  const styles = useStyles2(getStyles);
  return (
    <section className={styles.side}>
      <h5 className={styles.heading}>{title}</h5>
      {'unsupported' in plan ? (
        <p className={styles.note}>{plan.unsupported}</p>
      ) : (
        <>
          <p className={styles.note}>{plan.summary}</p>
          <ol className={styles.steps}>
            {plan.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  failed: css({ color: theme.colors.warning.text }),
  sides: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2) }),
  side: css({ flex: '1 1 320px', minWidth: 0 }),
  heading: css({ margin: theme.spacing(0, 0, 0.5, 0), fontSize: theme.typography.bodySmall.fontSize }),
  note: css({
    margin: theme.spacing(0, 0, 0.5, 0),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  steps: css({
    margin: 0,
    paddingLeft: theme.spacing(2.5),
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
  }),
});
