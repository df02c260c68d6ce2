import type { VersionsWord } from '../../../verdict/performance/VersionsVerdict';
import type { ShownVerdict } from '../../shared/verdictColor';

/** What to do with a new version, with the sign of a verdict. */
export const VERSION_VERDICTS: Readonly<
  Record<VersionsWord, { readonly label: string; readonly glyph: ShownVerdict }>
> = {
  roll_back: { label: 'Roll back', glyph: 'worse' },
  roll_out: { label: 'Roll out', glyph: 'not_worse' },
  keep_both: { label: 'Keep both', glyph: 'insufficient_data' },
  labels_needed: { label: 'Labels still needed', glyph: 'labels_pending' },
};
