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
  say(
    findings.crossed ?? 0,
    (n) =>
      `Predicted quantiles are not in their order in ${n} ${rowsOf(findings.crossed ?? 0)}, such as a lower end above the upper. They are left out of their metrics.`
  );
  say(
    findings.pastTarget ?? 0,
    (n) =>
      `${n} ${rowsOf(findings.pastTarget ?? 0)} ${findings.pastTarget === 1 ? 'predicts' : 'predict'} a time before the prediction. Check "forecast.targetField".`
  );
  say(
    findings.ambiguous ?? 0,
    (n) =>
      `${n} ${findings.ambiguous === 1 ? 'time has' : 'times have'} several actual values: no naive forecast uses them. Name the columns that tell series apart in "forecast.series".`
  );
  say(
    findings.unlisted ?? 0,
    (n) =>
      `${n} ${rowsOf(findings.unlisted ?? 0)} ${findings.unlisted === 1 ? 'has' : 'have'} no list, or no place in it, and ${findings.unlisted === 1 ? 'counts' : 'count'} in none.`
  );
  for (const [column, count] of missing ?? []) {
    const share = rows > 0 ? ` (${percent(Math.min(1, count / rows))})` : '';
    say(count, (n) => `"${column}" is missing in ${n} ${rowsOf(count)}${share}. They are left out of its metrics.`);
  }
  return notices;
}

function rowsOf(count: number): string {
  return count === 1 ? 'row' : 'rows';
}
