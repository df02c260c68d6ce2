import type { Facts, Finding, FindingCode } from './Finding';
import { apart, moment, number, percent, rows, span } from './inWords';

type Sentence = (facts: Facts) => string;

interface Said {
  readonly what: Sentence;
  /** What to do next. */
  readonly next: string;
}

/** What was found, in a plain sentence with the numbers behind it. */
export function describeFinding({ code, facts, pAdjusted }: Finding): string {
  const p = pAdjusted === null ? '' : ` Adjusted p ${pAdjusted === 0 ? 'below 1e-300' : number(pAdjusted)}.`;
  return `${SAID[code].what(facts)}${p}`;
}

/** What to look at or do about it. */
export function nextStep({ code }: Pick<Finding, 'code'>): string {
  return SAID[code].next;
}

const usual = (facts: Facts) =>
  facts.usual_low === null || facts.usual_low === undefined ? '' : ` Accepted was ${accepted(facts)}.`;

const SAID: Readonly<Record<FindingCode, Said>> = {
  column_new: {
    what: () => 'The column is new: the baseline does not have it.',
    next: 'Add it to the features and the expectations, or find out what writes it.',
  },
  column_vanished: {
    what: ({ rows_baseline: n }) =>
      n === null
        ? 'The column is not there: no row has a value.'
        : `The column vanished: no row has a value, ${rows(n)} of the baseline had one.`,
    next: 'Look at the last change of what writes this data; the model may be running on a default value.',
  },
  column_renamed: {
    what: ({ renamed_to: name, difference, limit, total }) =>
      `The column was probably renamed to "${name}", which is new: its ${number(total)} values agree with those of the one that vanished (largest difference of shares ${percent(difference)}, up to ${percent(limit)} is usual).`,
    next: 'Confirm the new name with whoever writes the data, then rename the feature here or there.',
  },
  missing_above: {
    what: ({ rate, allowed }) => `${percent(rate)} of the rows have no value, at most ${percent(allowed)} may.`,
    next: 'Find out where the values are lost; check the joins and defaults before the model.',
  },
  missing_changed: {
    what: (facts) =>
      `Missing values went from ${percent(facts.rate_baseline)} to ${percent(facts.rate)} of the rows (${facts.count} of ${facts.total}).${usual(facts)}`,
    next: 'Find out where the values are lost or filled in; check the joins and defaults before the model.',
  },
  nan_changed: {
    what: (facts) =>
      `NaN went from ${percent(facts.rate_baseline)} to ${percent(facts.rate)} of the rows (${facts.count} of ${facts.total}).${usual(facts)}`,
    next: 'Look for a division by zero, a logarithm of a negative number, or a failed join in the preprocessing.',
  },
  mistyped: {
    what: ({ count, total, share, found, expected, example }) =>
      `${number(count)} of ${number(total)} values (${percent(share)}) are ${found} where ${expected} belong${suchAs(example)}.`,
    next: 'Look at the rows with text, and at what writes or parses this column.',
  },
  type_changed: {
    what: ({ expected, found, share, example }) =>
      `The column holds ${found} instead of ${expected}: ${percent(share)} of its values${suchAs(example)}.`,
    next: 'Look for a changed schema, export or encoding; the model reads something other than it learned.',
  },
  infinite: {
    what: ({ positive, negative, total }) =>
      `${number(positive)} values are +Infinity and ${number(negative)} -Infinity, of ${number(total)} rows.`,
    next: 'Look for a division by zero or an overflow.',
  },
  outside_range: {
    what: ({ count, total, share, min, max, farthest }) =>
      `${number(count)} of ${number(total)} values (${percent(share)}) are outside the allowed range ${range(min, max, farthest)}.`,
    next: 'Look at the rows concerned, and at the step that made the value; update the expectation if these values are valid.',
  },
  outside_usual: {
    what: ({ count, total, share, min, max, farthest }) =>
      `${number(count)} of ${number(total)} values (${percent(share)}) are far outside the baseline's range with a margin, ${range(min, max, farthest)}.`,
    next: 'Look at the rows concerned; write an expectation with the allowed range.',
  },
  value_grown: {
    what: ({ value, share, share_baseline: before, count }) =>
      `${percent(share)} of the values are exactly ${value} (${number(count)}), ${percent(before)} of the baseline are; the values around it didn't grow alike.`,
    next: 'Look for a default, a filler for missing values or a clipped value in what writes this column.',
  },
  sentinel: {
    what: ({ value, share, count }) =>
      `${value} is far outside all other values (${number(count)} times, ${percent(share)}): likely a marker of missing values.`,
    next: 'If it stands for a missing value, list it under "missing" of the feature; it inflates means and deviations.',
  },
  outside_set: {
    what: ({ count, total, share, examples }) =>
      `${number(count)} of ${number(total)} values (${percent(share)}) are not among the allowed values${examples === '' ? '' : `, such as ${examples}`}.`,
    next: 'Look at what writes these values; add them to the allowed ones if they are right.',
  },
  category_new: {
    what: ({ category, count, share, others }) =>
      `New category ${named(category)}: ${percent(share)} of the values (${number(count)})${more(others)}.`,
    next: 'The model has never seen it: check how it encodes an unknown category, and whether it is a mistake.',
  },
  category_vanished: {
    what: ({ category, share, windows, others }) =>
      `Category ${named(category)} vanished: it had ${percent(share)} of the values${Number(windows) > 0 ? ` and came in all ${windows} windows of the baseline` : ''}${more(others)}.`,
    next: 'Check whether rows of it are lost on the way: a filter, a source that no longer sends, a failed join.',
  },
  pattern_broken: {
    what: ({ count, total, share, pattern, example }) =>
      `${number(count)} of ${number(total)} values (${percent(share)}) do not match ${pattern}${suchAs(example)}.`,
    next: 'Look at what writes these values; update the pattern if they are valid.',
  },
  length_outside: {
    what: ({ count, total, share, min, max, example }) =>
      `${number(count)} of ${number(total)} values (${percent(share)}) are shorter or longer than allowed (${range(min, max)}, in characters)${suchAs(example)}.`,
    next: 'Look for a field that is too short, or text that is joined or cut.',
  },
  truncated: {
    what: ({ count, total, share, longest, longest_baseline: before, example }) =>
      `The text is cut off: ${number(count)} of ${number(total)} values (${percent(share)}) are beginnings of known ones, none is longer than ${longest} characters (${before} in the baseline)${suchAs(example)}.`,
    next: 'Look for a field or column that became too short.',
  },
  zeros_lost: {
    what: ({ count, total, share, width, example, known }) =>
      `Codes lost their leading zeros: ${number(count)} of ${number(total)} values (${percent(share)}) are digits without them${
        width === null ? '' : `, shorter than the ${width} of the baseline`
      }${example === null ? '' : known === null ? `, such as "${example}"` : `: "${known}" is now "${example}"`}.`,
    next: 'Look for a step that reads the codes as numbers; keep them as text. Neither a join nor the model knows the short ones.',
  },
  spelling_changed: {
    what: ({ count, total, share, way, example, known }) =>
      `${number(count)} of ${number(total)} values (${percent(share)}) differ from known ones only by ${way}${example === null || known === null ? '' : `: "${example}" was "${known}"`}.`,
    next: 'Look for a changed export or normalization; the model takes them for unknown categories.',
  },
  format_changed: {
    what: ({ count, total, share, pattern, pattern_baseline: before, example }) =>
      `${number(count)} of ${number(total)} values (${percent(share)}) are written in a way that the baseline does not have${pattern === null ? '' : `: ${pattern}`}${suchAs(example)}; usual is ${before}.`,
    next: 'Look for a changed export, format or encoding.',
  },
  words_unknown: {
    what: ({ share, share_expected: expected, examples, grown, shrunk }) =>
      `${percent(share)} of the words are not in the baseline, ${percent(expected)} would be usual${examples === '' ? '' : `: ${examples}`}. Most grown: ${grown}; most shrunk: ${shrunk}.`,
    next: 'Read a sample of the texts: another language, a new topic, or broken encoding.',
  },
  unit_changed: {
    what: ({ factor, name, difference, difference_before: unscaled, median_baseline: before, median }) =>
      `The values are the baseline's times ${number(factor)}${name === null ? '' : ` (${name})`}: largest difference of shares ${percent(difference)} after scaling, ${percent(unscaled)} before scaling; median ${number(before)} → ${number(median)}.`,
    next: 'Ask whoever writes the data about the unit, and convert before the model.',
  },
  constant: {
    what: ({ value, count, share_baseline: share }) =>
      `All ${number(count)} values are ${value ?? 'the same'}${share === null ? '' : `, which ${percent(share)} of the baseline are`}.`,
    next: 'Look for a default that is filled in, a sensor that hangs, or a model that answers one class.',
  },
  stuck: {
    what: ({ value, slices, count, from, slices_baseline: before }) =>
      `Stuck at ${value} for ${slices} stretches in a row from ${moment(from)} (${number(count)} values); in the baseline, ${before === 0 ? 'it never filled a whole stretch' : `it filled ${before} in a row at most`}.`,
    next: 'Look at the sensor or the feed: it repeats its last value.',
  },
  no_rows: {
    what: () => 'No rows in this window.',
    next: 'Check whether the service runs and its log arrives here.',
  },
  gap: {
    what: ({ slices, from, to, rows_expected: n }) =>
      `No rows in ${slices} stretches between ${moment(from)} and ${moment(to)}; at these times of day the baseline always had some, at least ${number(n)} in all.`,
    next: 'Check whether the service ran then, and whether its log is complete.',
  },
  rows_repeated: {
    what: ({ slices, from, to, rows: n, times }) =>
      `Every row occurs ${times === 2 ? 'twice' : `${times} times`} in ${slices === 1 ? 'one stretch' : `${slices} stretches`} between ${moment(from)} and ${moment(to)} (${rows(n)}): each value of each feature comes a multiple of ${times} times.`,
    next: 'Look for a batch that was loaded twice, and load it once.',
  },
  rows_dependent: {
    what: ({ key, count, different, share, expected }) =>
      `${percent(share)} of the different ${key === null ? 'rows' : `values of "${key}"`} occur more than once; ${percent(expected)} are expected from the baseline. The rows are not independent: about ${number(different)} of ${number(count)} are.`,
    next: 'Look for rows that were delivered several times; until they are removed, p-values of drift are too small.',
  },
  late: {
    what: ({ count, total, share, limit, ...delays }) =>
      `${number(count)} of ${number(total)} rows (${percent(share)}) took longer to arrive than is allowed, ${span(limit)}; ${taken(delays)}.`,
    next: 'Look at the queue, the batch or the network between the service and this store; let "delay" wait as long as rows need.',
  },
  late_changed: {
    what: ({ count, total, share, share_baseline: before, limit, ...delays }) =>
      `More rows arrive late: ${percent(share)} (${number(count)} of ${number(total)}) took longer than ${span(limit)}, in the baseline ${percent(before)} did; ${taken(delays)}.`,
    next: 'Look at the queue, the batch or the network between the service and this store; until then judge windows later, by "delay".',
  },
  early: {
    what: ({ count, total, share, farthest }) =>
      `${number(count)} of ${number(total)} rows (${percent(share)}) arrived before they were made${farthest === null ? '' : `, up to ${span(-Number(farthest))} before`}.`,
    next: 'Compare the clocks and time zones of what makes the rows and of what takes them in.',
  },
  ahead: {
    what: ({ count, farthest }) =>
      `${rows(count)} ${count === 1 ? 'has' : 'have'} a time in the future, up to ${moment(farthest)}; they don't count as data that came.`,
    next: 'Check the clock, the time zone, and the unit of whatever writes the time.',
  },
  stale: {
    what: ({ age, newest, allowed, usual, windows }) =>
      `No data since ${newest === null ? 'the start of the window' : moment(newest)}, for ${span(age)}; ${
        allowed === null
          ? `at the end of ${windows} windows of the baseline it was ${span(usual)} at most`
          : `no more than ${span(allowed)} is allowed`
      }.`,
    next: 'Check whether the service still runs and its log still arrives here.',
  },
  values_ahead: {
    what: ({ count, total, until }) =>
      `${number(count)} of ${number(total)} values lie in the future, after ${moment(until)}; they don't count as new values.`,
    next: 'Check the clock, the time zone, and the unit of whatever writes this column.',
  },
  values_stale: {
    what: ({ total, allowed, until }) =>
      `The newest of ${number(total)} values is more than ${span(allowed)} old at ${moment(until)}, and no more is allowed.`,
    next: 'Check whether the step that fills this column still runs.',
  },
  not_unique: {
    what: ({ count, total }) =>
      `${number(count)} of ${number(total)} values occur more than once, and every row should have its own.`,
    next: 'Look for rows that were written twice, or a key that is not one.',
  },
  prediction_bias: {
    what: ({ category, share, share_label: label, of, p_method: method }) =>
      `${category === null ? 'A rare class' : `"${category}"`} is predicted for ${percent(share)} of the rows, and is ${percent(label)} of ${of} (${method}).`,
    next: 'Check the threshold and the calibration of the model, and whether the labels are complete.',
  },
  rule_broken: {
    what: ({ rule, count, total, share, tolerated, unknown, row }) =>
      `${number(count)} of ${number(total)} rows (${percent(share)}) break ${rule}${row === null ? '' : `, the first is row ${number(row)}`}${tolerated === 0 ? '' : `; at most ${percent(tolerated)} may`}.${unjudged(unknown)}`,
    next: 'Look at the rows concerned, and at the step that writes these columns; correct the rule if such rows are valid.',
  },
};

function taken({ median, median_baseline: before, farthest }: Facts): string {
  const usual = before === null ? '' : ` (${span(before)} in the baseline)`;
  return `half of all took ${span(median)} or less${usual}${farthest === null ? '' : `, the longest ${span(farthest)}`}`;
}

/** The band, of how many windows it is, and how many of them it leaves out. */
export function accepted({ usual_low: low, usual_high: high, windows, aside }: Facts): string {
  const left =
    Number(aside) > 0 ? `, without ${aside} that ${Number(aside) === 1 ? 'lies' : 'lie'} far from the others` : '';
  return `${percent(low ?? 0)} to ${percent(high)} (${windows} windows of the baseline with a margin${left})`;
}

/** Rows that neither break a rule nor keep it. */
export function unjudged(unknown: Facts[string] | undefined): string {
  return typeof unknown === 'number' && unknown > 0
    ? ` ${rows(unknown)} ${unknown === 1 ? "isn't" : "aren't"} judged: a value that decides is missing or can't be read.`
    : '';
}

function suchAs(example: Facts[string] | undefined): string {
  return example === null || example === undefined ? '' : `, such as "${example}"`;
}

/** Categories that are too rare to be named have none. */
function named(category: Facts[string]): string {
  return category === null ? '(too rare to be named)' : `"${category}"`;
}

function range(min: Facts[string], max: Facts[string], farthest: Facts[string] = null): string {
  if (typeof min === 'string' || typeof max === 'string') {
    return min === null ? `up to ${max}` : max === null ? `from ${min} on` : `${min} to ${max}`;
  }
  const [from, to, far] = apart(min, max, farthest);
  const limits = min === null ? `up to ${to}` : max === null ? `from ${from} on` : `${from} to ${to}`;
  return farthest === null ? limits : `${limits}; the farthest is ${far}`;
}

function more(others: Facts[string] | undefined): string {
  return typeof others === 'number' && others > 0 ? `; ${others} more categories are new or gone` : '';
}
