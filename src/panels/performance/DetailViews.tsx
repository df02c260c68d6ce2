import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import { writeWindow } from '../shared/timeWords';
import { ConfusionMatrix } from './ConfusionMatrix';
import { DelayChart } from './DelayChart';
import type { Details } from './model/detailsOf';
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
  const { confusion, reliability, delays, window } = details;
  const when = window === null ? '' : writeWindow(window.from, window.to, timeZone);
  return (
    <>
      {confusion && (
        <section style={{ width }} aria-label="Confusion matrix">
          <Heading title="Confusion matrix" when={when} />
          <ConfusionMatrix confusion={confusion} caption={`Confusion matrix, ${when}`} width={width} />
          <p className={styles.note}>Rows, and their share of the actual class</p>
        </section>
      )}
      {reliability && (
        <section style={{ width }} aria-label="Reliability curve">
          <Heading title="Reliability curve" when={when} />
          <ReliabilityChart points={reliability} caption={`Reliability curve, ${when}`} width={width} height={height} />
        </section>
      )}
      {delays && (
        <section style={{ width }} aria-label="Label delays">
          <Heading title="Label delays" when="" />
          <DelayChart delays={delays} caption="Label delays" width={width} height={height} />
        </section>
      )}
    </>
  );
}

function Heading({ title, when }: { title: string; when: string }) {
  const styles = useStyles2(getStyles);
  return (
    <h4 className={styles.heading}>
      {title} {when !== '' && <span className={styles.when}>{when}</span>}
    </h4>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  heading: css({ margin: 0, fontSize: theme.typography.body.fontSize, fontWeight: theme.typography.fontWeightMedium }),
  when: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
  }),
  note: css({ margin: 0, color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
