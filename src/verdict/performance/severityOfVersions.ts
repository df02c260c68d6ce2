import type { Severity } from '../Verdict';
import type { VersionsWord } from './VersionsVerdict';

export const SEVERITY_OF_VERSIONS: Readonly<Record<VersionsWord, Severity>> = {
  roll_back: 2,
  roll_out: 0,
  keep_both: 0,
  labels_needed: null,
};
