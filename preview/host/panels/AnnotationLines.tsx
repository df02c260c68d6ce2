import { useLayoutEffect, useRef } from 'react';
import type { DataFrame } from '@grafana/data';
import { config as grafana } from '@grafana/runtime';
import type { TimeSeries } from '@grafana/ui';

type Builder = Parameters<NonNullable<React.ComponentProps<typeof TimeSeries>['children']>>[0];
type Plot = import('uplot');

/** Annotations as dashed lines, stretches of time with a shade between theirs. */
export function AnnotationLines({ config, frames }: { config: Builder; frames: DataFrame[] }) {
  const current = useRef(frames);
  const plot = useRef<Plot>();
  useLayoutEffect(() => {
    current.current = frames;
    plot.current?.redraw(false);
  }, [frames]);
  useLayoutEffect(() => {
    config.addHook('draw', (drawn) => {
      plot.current = drawn;
      current.current.forEach((frame) => draw(drawn, frame));
    });
  }, [config]);
  return null;
}

function draw(plot: Plot, { fields, length }: DataFrame): void {
  const { ctx, bbox } = plot;
  const x = (time: number) => Math.min(Math.max(plot.valToPos(time, 'x', true), bbox.left), bbox.left + bbox.width);
  const column = (name: string) => fields.find((field) => field.name === name)?.values ?? [];
  ctx.save();
  ctx.setLineDash([5, 5]);
  for (let row = 0; row < length; row++) {
    const from = x(column('time')[row]);
    const to = x(column('timeEnd')[row] ?? column('time')[row]);
    ctx.fillStyle = grafana.theme2.visualization.getColorByName(column('color')[row] ?? 'blue');
    ctx.strokeStyle = ctx.fillStyle;
    ctx.globalAlpha = 0.1;
    ctx.fillRect(from, bbox.top, to - from, bbox.height);
    ctx.globalAlpha = 1;
    ctx.strokeRect(from, bbox.top, to - from, bbox.height);
  }
  ctx.restore();
}
