import type { MeasureDraft } from '../../ModelwatchQuery';

/** A changed measure, whose name follows what it is as long as nobody has given it another. */
export function renamedMeasure(measure: MeasureDraft, change: Partial<MeasureDraft>): MeasureDraft {
  const changed: MeasureDraft = { ...measure, ...change };
  const known = Object.fromEntries(
    Object.entries(changed).filter(([key, value]) => value !== undefined && (value !== '' || key === 'expr'))
  ) as MeasureDraft;
  const hasOwnName = measure.name !== '' && measure.name !== usualName(measure);
  return hasOwnName || changed.expr !== undefined
    ? { ...known, name: changed.name }
    : { ...known, name: usualName(known) };
}

function usualName({ aggregate = 'count', field }: MeasureDraft): string {
  return field === undefined ? (aggregate === 'count' ? 'calls' : aggregate) : `${aggregate} ${field}`;
}
