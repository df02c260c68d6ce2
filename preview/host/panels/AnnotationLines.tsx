import { useLayoutEffect, useRef } from 'react';
import type { DataFrame } from '@grafana/data';
import { config as grafana } from '@grafana/runtime';
import type { TimeSeries } from '@grafana/ui';

type Builder = Parameters<NonNullable<React.ComponentProps<typeof TimeSeries>['children']>>[0];

/** Annotations as dashed lines, stretches of time with a shade between theirs. */
export function AnnotationLines({ config, frames }: { config: Builder; frames: DataFrame[] }) {
  const current = useRef(frames);
  current.current = frames;
  useLayoutEffect(() => {
    config.addHook('draw', (plot) => {
      const { ctx, bbox } = plot;
      const x = (time: number) => Math.min(Math.max(plot.valToPos(time, 'x', true), bbox.left), bbox.left + bbox.width);
      ctx.save();
      ctx.setLineDash([5, 5]);
      for (const { fields, length } of current.current) {
        const column = (name: string) => fields.find((field) => field.name === name)?.values ?? [];
        for (let row = 0; row < length; row++) {
          const color = grafana.theme2.visualization.getColorByName(column('color')[row] ?? 'blue');
          const from = x(column('time')[row]);
          const to = x(column('timeEnd')[row] ?? column('time')[row]);
          ctx.fillStyle = color;
          ctx.globalAlpha = 0.1;
          ctx.fillRect(from, bbox.top, to - from, bbox.height);
          ctx.globalAlpha = 1;
          ctx.strokeStyle = color;
          ctx.strokeRect(from, bbox.top, to - from, bbox.height);
        }
      }
      ctx.restore();
    });
  }, [config]);
  return null;
}
