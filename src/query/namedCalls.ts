import type { z } from 'zod';
import { countsEvents, type Measure } from './measure';

/** `of` names another measure that counts calls; beside an expression it may be one itself. */
export function namedCalls(measures: readonly Measure[], context: z.RefinementCtx): void {
  measures.forEach(({ name, of, expr }, i) => {
    const named = measures.find((other) => other.name === of);
    if (of === undefined || (named === undefined ? expr !== undefined : countsEvents(named) && of !== name)) {
      return;
    }
    const known = measures.filter((other) => other.name !== name && countsEvents(other)).map((other) => other.name);
    const help =
      known.length > 0 ? `there is ${known.join(', ')}` : 'add one, such as {"name": "calls", "aggregate": "count"}';
    context.addIssue({ code: 'custom', path: [i, 'of'], message: `names no other measure that counts calls: ${help}` });
  });
}
