import { percent } from '../../distribution/percent';
import { type Notice, warning } from '../../sources/Notice';
import type { LabelFindings } from '../../sources/OutcomesRequest';

/** What is odd about rows and labels, a sentence each: with what was done about it. */
export function findingNotices(findings: LabelFindings, rows: number): Notice[] {
  const {
    repeatedKeys = 0,
    revised = 0,
    withoutPrediction = 0,
    beforePrediction = 0,
    outside,
    mistyped,
    missing,
  } = findings;
  const notices: Notice[] = [];
  const say = (count: number, sentence: (text: string) => string) => {
    if (count > 0) {
      notices.push(warning(sentence(count.toLocaleString('en-US'))));
    }
  };
  say(
    repeatedKeys,
    (n) =>
      `${n} ${repeatedKeys === 1 ? 'row repeats' : 'rows repeat'} the key of another prediction. The latest counts.`
  );
  say(revised, (n) => `${n} ${revised === 1 ? 'label was' : 'labels were'} revised. The latest counts.`);
  say(
    withoutPrediction,
    (n) => `${n} ${withoutPrediction === 1 ? 'label has' : 'labels have'} no prediction in the time range.`
  );
  say(
    beforePrediction,
    (n) =>
      `${n} ${beforePrediction === 1 ? 'label is' : 'labels are'} older than the prediction. Check "label.timeField".`
  );
  if (outside !== undefined) {
    say(
      outside.rows,
      (n) =>
        `"${outside.column}" is not between 0 and 1 in ${n} ${rowsOf(outside.rows)}, such as ${outside.example}. They are left out.`
    );
  }
  if (mistyped !== undefined) {
    say(
      mistyped.rows,
      (n) =>
        `"${mistyped.column}" is not a number in ${n} ${rowsOf(mistyped.rows)}, such as "${mistyped.example}". They are left out.`
    );
  }
  for (const [column, count] of missing ?? []) {
    const share = rows > 0 ? ` (${percent(Math.min(1, count / rows))})` : '';
    say(count, (n) => `"${column}" is missing in ${n} ${rowsOf(count)}${share}. They are left out of its metrics.`);
  }
  return notices;
}

function rowsOf(count: number): string {
  return count === 1 ? 'row' : 'rows';
}
