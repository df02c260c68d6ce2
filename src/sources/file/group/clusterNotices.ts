import type { Notice } from '../../Notice';
import type { Effective } from '../../../distribution/cluster/designEffect';

/** What the clusters of one feature make of one window and segment. */
export interface ClusterSize extends Effective {
  readonly feature: string;
  readonly cluster: string;
}

const MOST_NAMED = 5;

/** As how many independent rows those of each feature count. */
export function clusterNotices(sizes: readonly ClusterSize[], shown: string): Notice[] {
  const features = [...new Set(sizes.map(({ feature }) => feature))];
  return features.slice(0, MOST_NAMED).map((feature) => {
    const own = sizes.filter((one) => one.feature === feature);
    const sum = (of: (one: ClusterSize) => number) => Math.round(own.reduce((total, one) => total + of(one), 0));
    const [rows, effective] = [sum((one) => one.rows), sum((one) => one.effective)].map((n) =>
      n.toLocaleString('en-US')
    );
    const clusters = sum((one) => one.clusters).toLocaleString('en-US');
    return `${shown}: ${rows} values of ${feature} in ${clusters} clusters by ${own[0].cluster} count as ${effective} independent ones.`;
  });
}
