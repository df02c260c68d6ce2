import type { CheckName } from '../../query/qualityQuery';
import type { Severity } from '../Verdict';
import type { Checked, FeatureSides, Finding, Unchecked } from './Finding';

/** What is said of a feature in one window and segment. */
export interface QualityVerdict {
  readonly comparison: FeatureSides;
  /** The worst first; empty where nothing was found. */
  readonly findings: readonly Finding[];
  /** For each check that concerns the feature the worst that it found, 0 for nothing, null where it could not be made. */
  readonly checks: ReadonlyMap<CheckName, Severity>;
  readonly unchecked: readonly Unchecked[];
  /** Changes that are large and sure, and no finding since past windows show as much. */
  readonly accepted: readonly Checked[];
  /** The worst of all checks; null where none could be made. */
  readonly severity: Severity;
  /** Said beside the findings. */
  readonly remark?: string;
}
