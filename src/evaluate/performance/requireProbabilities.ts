import { BadQuery } from '../../query/BadQuery';
import type { OutcomeWindows } from './OutcomeWindows';

/** Up to this share of odd scores the rest is measured, with a warning. */
const MOST_ODD = 0.1;

/** Throws a BadQuery where a score is no probability, as percentages are: what is left of the rows would be no fair part of them. */
export function requireProbabilities(sides: ReadonlyArray<Pick<OutcomeWindows, 'rows' | 'set'>>): void {
  for (const { rows, set } of sides) {
    const { outside } = set.findings;
    // Left out rows may or may not be counted among the others.
    if (outside !== undefined && outside.rows > MOST_ODD * Math.max(rows, outside.rows)) {
      const count = outside.rows.toLocaleString('en-US');
      throw new BadQuery(
        `"${outside.column}" is no probability: ${count} values are not between 0 and 1, such as ${outside.example}. Divide percentages by 100, and turn raw scores into probabilities.`
      );
    }
  }
}
