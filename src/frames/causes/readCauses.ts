import type { FrameLike } from '../FrameLike';
import { readMeta } from '../readMeta';
import { CAUSE_COLUMNS } from './causeColumns';
import type { CauseRow } from './CauseRow';
import type { CausesMeta } from './CausesMeta';

export interface CausesTable {
  readonly rows: readonly CauseRow[];
  readonly meta: CausesMeta;
}

/** The rows that `writeCauses` wrote; null of another frame. Columns that a transformation took off are null. */
export function readCauses(frame: FrameLike): CausesTable | null {
  const custom = frame.meta?.custom as Partial<CausesMeta> | undefined;
  const columns = new Map(frame.fields.map((field) => [field.name, field.values]));
  const kinds = columns.get('cause_kind');
  if (custom?.kind !== 'explain' || kinds === undefined) {
    return null;
  }
  const rows = Array.from({ length: kinds.length }, (_, at) =>
    Object.fromEntries(CAUSE_COLUMNS.map(({ name }) => [name, columns.get(name)?.[at] ?? null]))
  ) as unknown as CauseRow[];
  const { feature = '', verdict = 'undefined', severity = null, summary = '' } = custom;
  const { since = null, isOrEarlier = false, window = null, looked = [] } = custom;
  return {
    rows,
    meta: {
      ...readMeta(frame),
      ...{ kind: 'explain', feature, verdict, severity, summary, since, isOrEarlier, window, looked },
    },
  };
}
