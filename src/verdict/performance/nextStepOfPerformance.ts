import { number } from '../figures';
import { moment } from '../quality/inWords';
import type { PerformanceVerdict } from './PerformanceVerdict';

/** With fewer labels of the new data a model learns little of what changed. */
const ENOUGH_TO_RETRAIN = 1000;

type Step = (verdict: PerformanceVerdict) => string;

/** What to do next, for whoever is on call. Empty where there is nothing to do. */
export function nextStepOfPerformance(verdict: PerformanceVerdict): string {
  return STEPS[verdict.reason.code](verdict);
}

const FIND_OUT: Step = ({ reason: { facts } }) =>
  `See which slice explains the drop, and check upstream changes and the labels. If both are right, ${retrainStep(facts.labelled)}.`;
const MORE: Step = () => 'Check that labels arrive, or use a longer window.';
const NOTHING: Step = () => '';

const STEPS: Readonly<Record<PerformanceVerdict['reason']['code'], Step>> = {
  worse: FIND_OUT,
  objective_missed: FIND_OUT,
  small: ({ verdict }) => (verdict === 'warning' ? 'Watch the next windows.' : ''),
  estimated_worse: () => 'Check the inputs for drift, and get labels for a sample of rows.',
  labels_pending: ({ reason: { facts } }) =>
    `Wait for labels until ${moment(facts.mature_at)}. If they don't come, check the job that delivers them.`,
  minimum_sample: MORE,
  not_detectable: MORE,
  objective_open: MORE,
  few_past: ({ reason: { facts } }) =>
    `Use windows of ${number(facts.days_required)} days or more, or let the baseline reach ${number(facts.past_required)} windows back.`,
  few_days: () => 'Use a longer window, so that no single day decides.',
  no_baseline: () => 'Set a baseline or an objective.',
  baseline_empty: () => 'Choose a baseline whose labels have arrived.',
  hidden_by_buckets: () => 'Use finer buckets of scores, or raw values.',
  undefined: () => 'Follow the reason, or leave the metric out.',
  objective_met: NOTHING,
  not_significant: NOTHING,
  better: NOTHING,
};

/** To retrain, where that many labels are enough to learn from, else to collect them. */
export function retrainStep(labelled: number | string | null): string {
  return typeof labelled === 'number' && labelled >= ENOUGH_TO_RETRAIN
    ? `retrain: ${number(labelled)} labels of this window are there`
    : `collect labels to retrain: ${number(labelled)} are there, and ${number(ENOUGH_TO_RETRAIN)} are a sensible least`;
}
