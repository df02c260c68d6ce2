import { number, percent } from '../../figures';
import type { FairnessFinding, FairnessMeasure } from './FairnessFinding';

export const FAIRNESS_WORDS: Readonly<Record<FairnessMeasure, string>> = {
  statistical_parity: 'Share of favorable predictions',
  disparate_impact: 'Share of favorable predictions',
  equal_opportunity: 'True positive rate',
  average_odds: 'Average odds (mean of true and false positive rates)',
};

/** A finding in a sentence: what differs, by how much, between whom, and what is accepted. `field` names the groups. */
export function describeFairness(finding: FairnessFinding, field: string): string {
  const { measure, group, reference, value, low, high, verdict, from, to, rows, referenceRows } = finding;
  const who = `${field} ${group} vs. ${reference}`;
  if (value === null || low === null || high === null) {
    return `${FAIRNESS_WORDS[measure]}, ${who}: no figure, ${finding.undefined}.`;
  }
  const isRatio = measure === 'disparate_impact';
  const show = (figure: number) => (isRatio ? number(figure) : number(100 * figure));
  const size = isRatio ? `ratio ${show(value)}` : `difference ${show(value)} percentage points`;
  const said = { outside: 'Outside', inside: 'Within', undecided: 'Not enough data to tell from', undefined: '' }[
    verdict
  ];
  return `${FAIRNESS_WORDS[measure]}, ${who}: ${size} (95% interval ${show(low)} to ${show(high)}; ${number(rows)} and ${number(referenceRows)} rows). ${said} the accepted range of ${isRatio ? `${number(from)} to ${number(to)}` : `±${percent(to)}`}.`;
}

/** What to do; empty where nothing is to be done. */
export function nextStepOfFairness({ verdict, measure, group }: FairnessFinding): string {
  if (verdict !== 'outside') {
    return '';
  }
  return measure === 'statistical_parity' || measure === 'disparate_impact'
    ? `Check whether group "${group}" differs in its inputs, or whether the model treats it differently. Compare its true positive rate.`
    : `Compare the features and labels of group "${group}" with the reference group before the model decides further.`;
}
