import React, { useMemo, useState } from 'react';
import { css } from '@emotion/css';
import type { PanelProps } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { NoData } from '../shared/NoData';
import { DistributionCard } from './DistributionCard';
import { sideColors } from './fieldDisplay';
import { CARD_GAP, gridLayout } from './model/gridLayout';
import { readCharts } from './model/readCharts';
import type { SideVisibility } from './model/Side';
import type { DistributionOptions } from './options';
import { SideLegend } from './SideLegend';

/** A feature now over the same feature in the baseline; several features or segments beside one another. */
export function DistributionPanel(props: PanelProps<DistributionOptions>) {
  const { id, title, data, options, width, height, timeZone, fieldConfig, replaceVariables } = props;
  const theme = useTheme2();
  const charts = useMemo(() => readCharts(data.series), [data.series]);
  const [visible, setVisible] = useState<SideVisibility>({ baseline: true, current: true });
  if (charts.length === 0) {
    const message = data.series.some(({ fields }) => fields.some(({ name }) => name.endsWith('baseline_share')))
      ? 'A transformation has taken off what the bars belong to. Remove it.'
      : 'No distribution data. Select the Modelwatch data source and query type Distributions.';
    return <NoData panelId={id} data={data} fieldConfig={fieldConfig} message={message} />;
  }
  const legendHeight = options.showLegend ? (width < 460 ? 50 : 26) : 0;
  const panelTitle = replaceVariables(title);
  const layout = gridLayout(charts.length, width, height - legendHeight);
  return (
    <div style={{ width, height }}>
      <div className={styles.cards} style={{ height: height - legendHeight }}>
        {charts.map((chart) => (
          <DistributionCard
            key={chart.key}
            chart={chart}
            frame={data.series[chart.frame]}
            width={layout.cardWidth}
            height={layout.cardHeight}
            options={options}
            visible={visible}
            showTitle={charts.length > 1 || !panelTitle.toLowerCase().includes(chart.title.toLowerCase())}
          />
        ))}
      </div>
      {options.showLegend && (
        <SideLegend
          metas={charts.map(({ distribution }) => distribution.meta)}
          colors={sideColors(data.series[charts[0].frame], theme)}
          visible={visible}
          timeZone={timeZone}
          onToggle={(side) => setVisible({ ...visible, [side]: !visible[side] })}
        />
      )}
    </div>
  );
}

const styles = {
  cards: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignContent: 'flex-start',
    gap: CARD_GAP,
    overflowX: 'hidden',
    overflowY: 'auto',
  }),
};
