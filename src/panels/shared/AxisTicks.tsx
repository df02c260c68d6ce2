import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Tick } from './axisTicks';

export const AXIS_HEIGHT = 20;

/** The labels of an axis, each at the line that it names; their parent is as wide as the axis and positioned. */
export function AxisTicks({ ticks }: { ticks: readonly Tick[] }) {
  const styles = useStyles2(getStyles);
  return (
    <>
      {ticks.map(({ column, x, label, atEnd }) => (
        <span key={column} className={atEnd ? styles.last : styles.tick} style={atEnd ? undefined : { left: x }}>
          {label}
        </span>
      ))}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const label = { position: 'absolute', top: 0, whiteSpace: 'nowrap' } as const;
  const line = `1px solid ${theme.colors.border.medium}`;
  return {
    tick: css({ ...label, paddingLeft: 3, borderLeft: line }),
    last: css({ ...label, right: 0, paddingRight: 3, borderRight: line }),
  };
};
