import type { FrameLike } from '../../frames/FrameLike';

/** What the verdicts of a table are on: distributions that moved, data that is broken, numbers that are off. */
export type Subject = 'drift' | 'quality' | 'volume';

/** A quality table has a column `finding`, a volume table `expected`, a drift table neither. */
export function subjectOf({ fields }: FrameLike): Subject {
  const has = (name: string) => fields.some((field) => field.name === name);
  return has('finding') ? 'quality' : has('expected') && has('deviation') ? 'volume' : 'drift';
}
