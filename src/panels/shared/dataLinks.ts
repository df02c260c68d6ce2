import type { MouseEvent } from 'react';
import type { DataFrame, LinkModel } from '@grafana/data';

export type DataLink = Pick<LinkModel, 'href' | 'title' | 'target' | 'onClick'>;

/** Where in the panel's data a row stands. */
export interface RowOrigin {
  readonly frame: number;
  readonly row: number;
}

/** The data links of all fields of a row, each only once. */
export function dataLinks(frames: readonly DataFrame[], { frame, row }: RowOrigin): DataLink[] {
  const links = new Map<string, DataLink>();
  for (const field of frames[frame]?.fields ?? []) {
    for (const link of field.getLinks?.({ valueRowIndex: row }) ?? []) {
      links.set(`${link.title} ${link.href}`, link);
    }
  }
  return [...links.values()];
}

/** Links of Grafana's own may bring a handler, which goes before the address. */
export function followLink(link: DataLink, event: MouseEvent): void {
  if (link.onClick) {
    event.preventDefault();
    link.onClick(event);
  }
}
