import type { MouseEvent } from 'react';
import type { DataFrame, LinkModel } from '@grafana/data';
import type { RowOrigin } from './model/DriftMap';

export type CellLink = Pick<LinkModel, 'href' | 'title' | 'target' | 'onClick'>;

/** The data links of all fields of a row, each only once. */
export function cellLinks(frames: readonly DataFrame[], { frame, row }: RowOrigin): CellLink[] {
  const links = new Map<string, CellLink>();
  for (const field of frames[frame]?.fields ?? []) {
    for (const link of field.getLinks?.({ valueRowIndex: row }) ?? []) {
      links.set(`${link.title} ${link.href}`, link);
    }
  }
  return [...links.values()];
}

/** Links of Grafana's own may bring a handler, which goes before the address. */
export function followLink(link: CellLink, event: MouseEvent): void {
  if (link.onClick) {
    event.preventDefault();
    link.onClick(event);
  }
}
