import React, { useMemo } from 'react';
import { css } from '@emotion/css';
import type { DataFrame, GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { Bin, ReadDistribution } from '../../frames/distribution/readDistribution';
import { AbsentBars } from './AbsentBars';
import { BinsChart } from './BinsChart';
import { CATEGORY_HEIGHT, CategoriesChart } from './CategoriesChart';
import { EntryTable } from './EntryTable';
import { EntryTooltip } from './EntryTooltip';
import { type FormatValue, sideColors, valueFormatter } from './fieldDisplay';
import { absentValues } from './model/absentValues';
import { cardLayout } from './model/cardLayout';
import { describeCounts, describeShares, describeVerdict, shortReason } from './model/describeChart';
import { foldCategories } from './model/foldCategories';
import type { Chart } from './model/readCharts';
import type { SideVisibility } from './model/Side';
import type { DistributionOptions } from './options';
import { VerdictLine } from './VerdictLine';

interface Props {
  chart: Chart;
  frame: DataFrame | undefined;
  width: number;
  height: number;
  options: DistributionOptions;
  visible: SideVisibility;
  /** Whether the card says whose it is; not where the panel's own title does. */
  showTitle: boolean;
}

/** One feature (in one segment): its verdict, both distributions, and what no bin shows. */
export function DistributionCard({ chart, frame, width, height, options, visible, showTitle }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const format = useMemo(() => valueFormatter(frame, theme), [frame, theme]);
  const colors = useMemo(() => sideColors(frame, theme), [frame, theme]);
  const { distribution, title } = chart;
  const { meta } = distribution;
  const layout = cardLayout(width, height, {
    title: showTitle ? title : '',
    verdict: options.showVerdict ? describeVerdict(meta) : '',
    reason: options.showVerdict && options.showReason ? shortReason(meta) : '',
  });
  const most = Math.max(2, Math.min(options.maxCategories, Math.floor(layout.chartHeight / CATEGORY_HEIGHT)));
  const bars = useMemo(
    () => (distribution.kind === 'categories' ? foldCategories(distribution.categories, meta.categories, most) : []),
    [distribution, meta, most]
  );
  const summary = `${title}. ${describeVerdict(meta)}`;
  const shared = { title: summary, width, height: layout.chartHeight, colors, visible };
  return (
    <section className={styles.card} style={{ width, height }} aria-label={title}>
      {showTitle && (
        <h3 className={styles.title} title={title}>
          {title}
        </h3>
      )}
      {options.showVerdict && <VerdictLine meta={meta} layout={layout} />}
      {distribution.kind === 'bins' ? (
        <BinsChart
          {...shared}
          bins={distribution.bins}
          logarithmic={options.logarithmic}
          format={format}
          describe={(bin) => `${binName(bin, format)}: ${describeShares(bin)}`}
          tooltip={(bin) => <EntryTooltip name={binName(bin, format)} entry={bin} colors={colors} />}
        />
      ) : (
        <CategoriesChart
          {...shared}
          bars={bars}
          describe={(bar) => `${bar.category}: ${describeShares(bar)}`}
          tooltip={(bar) => <EntryTooltip name={bar.category} entry={bar} colors={colors} change={bar.change} />}
        />
      )}
      <AbsentBars absent={absentValues(meta)} colors={colors} />
      <div className={styles.counts} title={describeCounts(meta)}>
        {describeCounts(meta)}
      </div>
      <EntryTable caption={summary} entries={tableEntries(distribution, format)} />
    </section>
  );
}

function binName({ low, high }: Bin, format: FormatValue): string {
  return low === high ? format(low) : `${format(low)} to ${format(high)}`;
}

function tableEntries(distribution: ReadDistribution, format: FormatValue) {
  return distribution.kind === 'bins'
    ? distribution.bins.map((bin) => ({ ...bin, name: binName(bin, format) }))
    : distribution.categories.map((category) => ({ ...category, name: category.category }));
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({ position: 'relative', display: 'flex', flexDirection: 'column', minWidth: 0 }),
  title: css({
    margin: 0,
    height: 20,
    fontSize: theme.typography.body.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    lineHeight: '20px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
  counts: css({
    height: 18,
    lineHeight: '18px',
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
});
