import type { SelectionDescription } from '../../resources';
import type { Loaded } from '../fields/useLoaded';
import type { SectionProps } from '../SectionProps';
import type { ChosenConnection } from '../selection/useConnection';

/** What the parts of the feature section share. */
export interface FeatureProps extends SectionProps {
  connection: ChosenConnection;
  description: Loaded<SelectionDescription>;
}
