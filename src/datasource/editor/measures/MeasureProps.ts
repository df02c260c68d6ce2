import type { MeasureDraft } from '../../ModelwatchQuery';
import type { DraftErrors } from '../../validateDraft';
import type { FeatureProps } from '../features/FeatureProps';

/** What the fields of one measure are given. */
export interface MeasureProps extends Pick<FeatureProps, 'resources' | 'description'> {
  id: string;
  measure: MeasureDraft;
  /** Which errors are its own: `measures.0`. */
  path: string;
  errors: DraftErrors;
  onSet: (change: Partial<MeasureDraft>) => void;
}
