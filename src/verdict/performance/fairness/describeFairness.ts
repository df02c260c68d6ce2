import { number, percent } from '../../figures';
import type { FairnessFinding, FairnessMeasure } from './measureFairness';

const MEASURES: Readonly<Record<FairnessMeasure, string>> = {
  statistical_parity: 'Share of favorable predictions',
  disparate_impact: 'Share of favorable predictions',
  equal_opportunity: 'True positive rate',
  average_odds: 'Average odds (mean of true and false positive rates)',
};

/** A finding in a sentence: what differs, by how much, between whom, and what is accepted. */
export function describeFairness(finding: FairnessFinding): string {
  const { measure, segment, reference, value, low, high, word, from, to, rows, referenceRows } = finding;
  const who = `${inWords(segment)} vs. ${inWords(reference)}`;
  if (value === null || low === null || high === null) {
    return `${MEASURES[measure]}, ${who}: no figure, ${finding.undefined}.`;
  }
  const isRatio = measure === 'disparate_impact';
  const show = (figure: number) => (isRatio ? number(figure) : `${number(100 * figure)} points`);
  const size = isRatio ? `ratio ${number(value)}` : `difference ${show(value)}`;
  const said = { outside: 'Outside', inside: 'Within', undecided: 'Not enough data to tell from', undefined: '' }[word];
  return `${MEASURES[measure]}, ${who}: ${size} (95% interval ${show(low)} to ${show(high)}; ${number(rows)} and ${number(referenceRows)} rows). ${said} the accepted range of ${isRatio ? `${number(from)} to ${number(to)}` : `±${percent(to)}`}.`;
}

function inWords(segment: Readonly<Record<string, string>>): string {
  return Object.entries(segment)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
