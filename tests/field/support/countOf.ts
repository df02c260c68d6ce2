import { TEN_DAYS_BEFORE } from './FieldCase';

/** How many documents a selection has in the range. */
export function countOf(current: object): Record<string, unknown> {
  return {
    kind: 'volume',
    window: 'range',
    current,
    measures: [{ name: 'n', aggregate: 'count' }],
    baseline: TEN_DAYS_BEFORE,
  };
}
