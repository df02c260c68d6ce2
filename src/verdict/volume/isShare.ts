import type { Measure } from '../../query/measure';
import type { Counted } from './Allowance';
import { callsOf, eventsOf } from './callsAndEvents';
import { figureOf, NO_FIGURE } from './figureOf';

/** Whether the number is a share of its calls: a mean of zeros and ones, or what an expression or a count makes of them. */
export function isShare({ aggregate, expr, of }: Measure, all: readonly Counted[]): boolean {
  const known = all.length > 0 && all.every(({ value, calls }) => calls !== null && value >= 0 && value <= 1);
  if (!known) {
    return false;
  }
  return aggregate === 'avg'
    ? all.every((one) => Math.abs(eventsOf(one) - Math.round(eventsOf(one))) < 1e-6 + 1e-9 * callsOf(one))
    : of !== undefined && (aggregate === 'count' || (expr !== undefined && figureOf(expr) === NO_FIGURE));
}
