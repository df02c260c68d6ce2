import type { Checked, FindingCode } from './Finding';

/** What follows from a finding and would only be said twice. */
const FOLLOWS: Partial<Record<FindingCode, readonly FindingCode[]>> = {
  unit_changed: ['outside_usual', 'value_grown'],
  sentinel: ['outside_usual'],
  type_changed: ['category_new', 'category_vanished', 'format_changed', 'truncated', 'spelling_changed', 'constant'],
  truncated: ['category_new', 'category_vanished', 'format_changed'],
  zeros_lost: ['category_new', 'category_vanished', 'format_changed'],
  spelling_changed: ['category_new', 'category_vanished', 'format_changed'],
  format_changed: ['category_new', 'category_vanished'],
  late: ['late_changed'],
  constant: ['category_vanished', 'unit_changed', 'value_grown'],
  stuck: ['value_grown'],
  rows_repeated: ['rows_dependent'],
};

/** What was checked of a feature, without what another finding that needs no test explains already. */
export function explained(checked: readonly Checked[]): Checked[] {
  const causes = checked.filter(({ notable }) => notable);
  const following = new Set(causes.flatMap(({ code }) => FOLLOWS[code] ?? []));
  return checked.map((one) => (following.has(one.code) ? { ...one, notable: false } : one));
}
