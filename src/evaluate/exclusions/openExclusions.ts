import type { WrittenExclusion } from '../../query/exclusion';
import { type Notice, warning } from '../../sources/Notice';
import type { Annotations } from '../Annotations';
import { describeRange } from '../describeTime';
import { type Exclusions, exclusionsOf, type Stretch } from './Exclusions';
import { openCalendar } from './openCalendar';
import { readStretch } from './readStretch';

interface Terms {
  readonly timezone: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly annotations?: Annotations;
}

export interface OpenedExclusions {
  readonly exclusions: Exclusions;
  readonly notices: readonly Notice[];
}

/** What the entries of `exclude` name. Throws a BadQuery for a calendar that is not known, or an empty stretch. */
export async function openExclusions(
  entries: readonly WrittenExclusion[],
  { timezone, now, annotations }: Terms
): Promise<OpenedExclusions> {
  const calendars = await Promise.all(
    entries.flatMap(({ calendar }) => (calendar === undefined ? [] : [openCalendar(calendar, timezone)]))
  );
  const stretches = entries.flatMap((entry): readonly Stretch[] =>
    entry.tag === undefined ? written(entry, now) : tagged(entry.tag, annotations)
  );
  const tags = entries.flatMap(({ tag }) => tag ?? []);
  return {
    exclusions: exclusionsOf(stretches, calendars),
    notices: annotations === undefined && tags.length > 0 ? [withoutGrafana(tags)] : [],
  };
}

function written({ from, to }: WrittenExclusion, now: number): Stretch[] {
  if (from === undefined || to === undefined) {
    return [];
  }
  const range = readStretch({ from, to }, now);
  return [{ range, why: `"exclude" names ${describeRange(range)}` }];
}

function tagged(tag: string, annotations: Annotations | undefined): Stretch[] {
  return (annotations?.tagged.get(tag) ?? []).map(({ from, to, by }) => ({
    range: { from, to },
    why: `an annotation with the tag "${tag}" covers it (${describeRange({ from, to })}${by === undefined ? '' : `, by ${by}`})`,
  }));
}

function withoutGrafana(tags: readonly string[]): Notice {
  const named = tags.map((tag) => `"${tag}"`).join(', ');
  return warning(
    `Annotations with the tag ${named} can be read inside Grafana only: nothing is excluded by them here. Write "from" and "to" instead.`
  );
}
