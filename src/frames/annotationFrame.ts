import type { Frame } from './Frame';
import type { ResultMeta } from './ResultMeta';

export interface Annotation {
  readonly time: number;
  readonly timeEnd: number;
  readonly title: string;
  readonly text: string;
  readonly tags: string;
}

/** One frame, `annotations`, a row for each, by time. */
export function annotationFrame(annotations: readonly Annotation[], meta: ResultMeta): Frame {
  const sorted = annotations.toSorted((a, b) => a.time - b.time);
  return {
    name: 'annotations',
    meta: { custom: { ...meta } },
    fields: [
      { name: 'time', kind: 'time', values: sorted.map(({ time }) => time) },
      { name: 'timeEnd', kind: 'time', values: sorted.map(({ timeEnd }) => timeEnd) },
      { name: 'title', kind: 'string', values: sorted.map(({ title }) => title) },
      { name: 'text', kind: 'string', values: sorted.map(({ text }) => text) },
      { name: 'tags', kind: 'string', values: sorted.map(({ tags }) => tags) },
    ],
  };
}

/** Grafana splits the text at commas. */
export function annotationTags(tags: readonly string[], segment: Readonly<Record<string, string>>): string {
  const all = [...tags, ...Object.entries(segment).map(([name, value]) => `${name}:${value}`)];
  return all.map((tag) => tag.replaceAll(',', ' ')).join(',');
}
