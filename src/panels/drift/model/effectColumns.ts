import type { Subject } from '../../shared/Subject';
import type { DriftMap } from './DriftMap';

/** The header of the column beside the verdict, by what lies across the map. */
export const EFFECT_COLUMNS: Readonly<Record<Subject, Readonly<Record<DriftMap['axis'], string>>>> = {
  drift: { time: 'Current effect', segment: 'Largest effect', single: 'Effect' },
  quality: { time: 'Current issue', segment: 'Most severe issue', single: 'Issue' },
  volume: { time: 'Current deviation', segment: 'Largest deviation', single: 'Deviation' },
};
