import { isAbout, type Mark } from '../../query/marks/mark';
import type { TimeRange } from '../../query/time';
import { wilson } from '../../statistics/performance/intervals/wilson';
import { touches } from '../exclusions/Exclusions';

/** What people said of the episodes of a replay. */
export interface Precision {
  /** Episodes that a mark calls a true alarm, or an incident, and those that one calls a false alarm. */
  readonly trueAlarms: number;
  readonly falseAlarms: number;
  /** Episodes of which nobody said anything, or both. */
  readonly unmarked: number;
  /** Share of true alarms among those marked, with its 95% interval (Wilson 1927); null where none is. */
  readonly precision: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** One episode: when, and what drifted in it. */
export interface Episode {
  readonly range: TimeRange;
  readonly drifted: ReadonlyArray<{ readonly feature: string; readonly segment: Readonly<Record<string, string>> }>;
}

/** Counts episodes by what marks that touch them say. An incident is a true alarm: something had happened. */
export function precisionOf(episodes: readonly Episode[], marks: readonly Mark[]): Precision {
  const [alarms, errors] = [new Set(['true-alarm', 'incident']), new Set(['false-alarm'])].map((kinds) =>
    marks.filter(({ mark }) => kinds.has(mark))
  );
  const concerns = ({ range, drifted }: Episode, own: readonly Mark[]) =>
    own.some((mark) => touches(range, mark) && drifted.some((one) => isAbout(mark, one)));
  const said = episodes.map((episode) => [concerns(episode, alarms), concerns(episode, errors)]);
  const trueAlarms = said.filter(([isTrue, isFalse]) => isTrue && !isFalse).length;
  const falseAlarms = said.filter(([isTrue, isFalse]) => isFalse && !isTrue).length;
  const marked = trueAlarms + falseAlarms;
  const [low, high] = marked === 0 ? [null, null] : wilson(trueAlarms, marked);
  return {
    trueAlarms,
    falseAlarms,
    unmarked: episodes.length - marked,
    precision: marked === 0 ? null : trueAlarms / marked,
    low,
    high,
  };
}
