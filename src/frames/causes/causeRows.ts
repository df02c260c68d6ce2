import type { ExplainResult } from '../../evaluate/Result';
import { causeName, describeCause, nextStepOf } from '../../verdict/causes/describeCauses';
import type { CauseRow } from './CauseRow';

/** A row for each cause, in the order of the result. */
export function causeRows({ causes }: Pick<ExplainResult, 'causes'>): CauseRow[] {
  return causes.map((cause) => {
    const { kind, field, value, explained, low, high, since, rows, within, pAdjusted } = cause;
    return {
      ...{ cause: causeName(cause), field, value, cause_kind: kind },
      ...{ explained, explained_low: low, explained_high: high, since },
      ...{ reason: describeCause(cause), next_step: nextStepOf(cause) },
      ...{ n_baseline: rows?.baseline ?? null, n_current: rows?.current ?? null },
      ...{ within: within?.verdict ?? null, p_adjusted: pAdjusted },
    };
  });
}
