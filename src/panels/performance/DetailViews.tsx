import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import { writeWindow } from '../shared/timeWords';
import { BudgetView } from './BudgetView';
import { ConfusionMatrix } from './ConfusionMatrix';
import { DelayChart } from './DelayChart';
import { DetailHeading } from './DetailHeading';
import { FairnessView } from './FairnessView';
import type { Details } from './model/detailsOf';
import { VersionsView } from './VersionsView';
import { ReliabilityChart } from './ReliabilityChart';

interface Props {
  details: Details;
  /** Of each view. */
  width: number;
  height: number;
  timeZone: TimeZone;
}

/** What is no metric over time: the confusion matrix and the reliability curve of one window, and when labels arrive. */
export function DetailViews({ details, width, height, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const { comparisons, fairness, budgets, confusion, reliability, delays, window } = details;
  const when = window === null ? '' : writeWindow(window.from, window.to, timeZone);
  return (
    <>
      {comparisons.map((compared) => (
        <VersionsView key={compared.metric} compared={compared} width={width} height={height} timeZone={timeZone} />
      ))}
      {fairness.map((group) => (
        <FairnessView key={group.title} group={group} width={width} />
      ))}
      {budgets.map((one) => (
        <BudgetView key={one.budget.metric} budget={one} width={width} />
      ))}
      {confusion && (
        <section style={{ width }} aria-label="Confusion matrix">
          <DetailHeading title="Confusion matrix" when={when} />
          <ConfusionMatrix confusion={confusion} caption={`Confusion matrix, ${when}`} width={width} />
          <p className={styles.note}>Rows, and their share of the actual class</p>
        </section>
      )}
      {reliability && (
        <section style={{ width }} aria-label="Reliability curve">
          <DetailHeading title="Reliability curve" when={when} />
          <ReliabilityChart points={reliability} caption={`Reliability curve, ${when}`} width={width} height={height} />
        </section>
      )}
      {delays && (
        <section style={{ width }} aria-label="Label delays">
          <DetailHeading title="Label delays" />
          <DelayChart delays={delays} caption="Label delays" width={width} height={height} />
        </section>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  note: css({ margin: 0, color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
