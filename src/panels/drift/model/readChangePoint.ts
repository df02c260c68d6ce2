import type { EffectName } from '../../../verdict/Verdict';
import { changeSegmentColumn } from '../../../frames/change/changeSegments';
import type { FrameLike } from '../../../frames/FrameLike';

/** When a feature began to differ, as the kind `change` tells. */
export interface ChangePoint {
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** 95% interval of its beginning; null where it has none. */
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly kind: 'abrupt' | 'gradual';
  /** What of the feature changed, such as its mean. */
  readonly figure: string;
  readonly reason: string;
}

/** The alarm whose change is looked for. */
export interface ChangedAlarm {
  readonly segment: Readonly<Record<string, string>>;
  /** What alarmed: a change of the missing rate is none of the mean. */
  readonly effect: EffectName;
  /** A change before this time is part of the reference: it can't be what alarmed. */
  readonly from: number;
  /** End of the window in alarm. */
  readonly end: number;
}

/**
 * Of the changes that a table lists, the last one that can be behind an alarm: the largest of those that began at the same
 * time. Null where there is none.
 */
export function readChangePoint(
  frames: readonly FrameLike[],
  { segment, effect, from, end }: ChangedAlarm
): ChangePoint | null {
  const found = frames
    .flatMap((frame) => changesIn(frame, segment))
    .filter(({ time, figure }) => from <= time && time < end && isOfEffect(figure, effect));
  const last = found.reduce<(ChangePoint & { size: number }) | null>(
    (best, one) =>
      best === null || one.time > best.time || (one.time === best.time && one.size > best.size) ? one : best,
    null
  );
  if (last === null) {
    return null;
  }
  const { size, ...point } = last;
  return point;
}

function isOfEffect(figure: string, effect: EffectName): boolean {
  const kind = figure === MISSING ? 'missing' : figure.startsWith(SHARE) ? 'share' : 'value';
  switch (effect) {
    case 'missing_rate':
      return kind === 'missing';
    case 'total_variation':
    case 'category_share':
      return kind === 'share';
    default:
      return kind === 'value';
  }
}

/** As `change` names the figures of a feature. */
const MISSING = 'missing share';
const SHARE = 'share of ';

function changesIn({ fields }: FrameLike, segment: Readonly<Record<string, string>>) {
  const column = (name: string) => fields.find((field) => field.name === name)?.values ?? [];
  const [kind, time] = [column('kind'), column('time')];
  return Array.from({ length: kind.length }, (_, row) => row).flatMap((row) => {
    const own = kind[row];
    const isOfSegment = Object.entries(segment).every(
      ([name, value]) => String(column(changeSegmentColumn(name))[row] ?? '') === value
    );
    if ((own !== 'abrupt' && own !== 'gradual') || !isOfSegment) {
      return [];
    }
    return {
      time: Number(time[row]),
      earliest: numberOrNull(column('earliest')[row]),
      latest: numberOrNull(column('latest')[row]),
      kind: own as ChangePoint['kind'],
      figure: String(column('figure')[row] ?? ''),
      reason: String(column('reason')[row] ?? ''),
      size: Math.abs(Number(column('size')[row] ?? 0)),
    };
  });
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
