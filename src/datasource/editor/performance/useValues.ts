import type { FeatureProps } from '../features/FeatureProps';
import { useLoaded } from '../fields/useLoaded';
import type { AskedRange } from '../SectionProps';

/** Values of a column among the predictions; none while no column is named, or a variable stands for it. */
export function useValues(
  { resources, draft: { current = {} } }: Pick<FeatureProps, 'resources' | 'draft'>,
  field: string | undefined,
  range: AskedRange
): readonly string[] {
  const asked = field && !field.includes('$') ? { current, field } : null;
  const { value } = useLoaded(asked === null ? null : JSON.stringify([asked, range.key]), () =>
    resources.values(current, field ?? '', range)
  );
  return value ?? [];
}
