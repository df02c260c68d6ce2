import type { Subject } from '../../shared/Subject';
import type { DriftMap } from './DriftMap';

/** The header of the column beside the verdict, by what lies across the map. */
export const EFFECT_COLUMNS: Readonly<Record<Subject, Readonly<Record<DriftMap['axis'], string>>>> = {
  drift: { time: 'Effect now', segment: 'Largest effect', single: 'Effect' },
  quality: { time: 'Finding now', segment: 'Worst finding', single: 'Finding' },
  volume: { time: 'Deviation now', segment: 'Largest deviation', single: 'Deviation' },
};
