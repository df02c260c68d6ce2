import type { Explanation, PlanDescription, Unsupported } from '../../resources';
import { t } from '../../text';

/** What a query costs, on one line: `12 features, 28 windows: 5 requests, 336 buckets. Counts in flights-*, …` */
export function planSummary({ features, windows, plans }: Explanation): string {
  const both = [plans.baseline, plans.current].filter(isPlan);
  const requests = sum(both, 'requests');
  const buckets = sum(both, 'buckets');
  const rows = sum(both, 'rows');
  const cost = [
    requests === 1 ? t('plan.request', '1 request') : t('plan.requests', '{{count}} requests', { count: requests }),
    ...(buckets > 0 ? [t('plan.buckets', 'about {{count}} buckets', { count: buckets })] : []),
    ...(rows > 0 ? [t('plan.rows', '{{count}} rows', { count: rows })] : []),
  ].join(', ');
  const judged = [
    features.length === 1
      ? t('plan.feature', '1 feature')
      : t('plan.features', '{{count}} features', { count: features.length }),
    windows === 1 ? t('plan.window', '1 window') : t('plan.windows', '{{count}} windows', { count: windows }),
  ].join(', ');
  return `${judged}: ${cost}`;
}

function isPlan(plan: PlanDescription | Unsupported): plan is PlanDescription {
  return !('unsupported' in plan);
}

function sum(plans: readonly PlanDescription[], key: 'requests' | 'buckets' | 'rows'): number {
  return plans.reduce((total, plan) => total + (plan[key] ?? 0), 0);
}
