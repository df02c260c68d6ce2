import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Portal, useStyles2, VizTooltipContainer } from '@grafana/ui';

const OFFSET = { x: 12, y: 12 };

interface Props {
  /** In the window's coordinates. */
  position: { x: number; y: number };
  children: React.ReactNode;
  /** Pinned tooltips can be clicked in. */
  pinned?: boolean;
}

/** Grafana's own tooltip beside the pointer, kept within the window. */
export function PanelTooltip({ position, children, pinned = false }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <Portal>
      <VizTooltipContainer position={position} offset={OFFSET} allowPointerEvents={pinned} aria-live="off">
        <div className={styles.content}>{children}</div>
      </VizTooltipContainer>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  content: css({ maxWidth: 340, padding: theme.spacing(0.5), fontSize: theme.typography.bodySmall.fontSize }),
});
