import type { TimeZone } from '@grafana/schema';
import { EFFECT_NAMES, effectValue } from '../../shared/effectWords';
import type { Figure } from '../../shared/FigureList';
import { formatCount, formatNumber, formatProbability } from '../../shared/formatNumber';
import { timeFormatter } from '../../shared/timeWords';
import type { MapCell } from './DriftMap';
import { deviationInWords, findingName } from './effectOf';

/** The numbers behind a cell, for its tooltip. */
export function cellFigures({ row, details }: MapCell, timeZone: TimeZone): Figure[] {
  switch (details.subject) {
    case 'drift':
      return driftFigures(row);
    case 'quality': {
      const { finding, findings, foundSince } = details;
      return [
        ...(finding === null ? [] : [{ name: 'Issue', value: findingName(finding) }]),
        ...(findings > 1 ? [{ name: 'Total issues', value: formatCount(findings) }] : []),
        ...(foundSince === null ? [] : [{ name: 'Since', value: timeFormatter([foundSince], timeZone)(foundSince) }]),
        ...adjusted(row),
        ...(row.n_baseline == null ? [] : [{ name: 'Baseline rows', value: formatCount(row.n_baseline) }]),
        { name: 'Current rows', value: formatCount(row.n_current) },
      ];
    }
    case 'volume': {
      const { value, expected, low, high } = details;
      const write = (number: number | null) => (number === null ? '–' : formatNumber(number));
      return [
        { name: 'Value', value: write(value) },
        { name: 'Expected', value: write(expected) },
        { name: 'Expected range', value: `${write(low)} to ${write(high)}` },
        { name: 'Deviation', value: deviationInWords(details.deviation) },
        { name: 'Past windows with data', value: formatCount(row.n_baseline) },
      ];
    }
  }
}

function driftFigures(row: MapCell['row']): Figure[] {
  const value = (size: number | null) => (size === null ? '–' : effectValue(row.effect, size));
  return [
    ...evidence(row),
    { name: EFFECT_NAMES[row.effect], value: value(row.effect_size) },
    { name: 'Threshold', value: value(row.threshold) },
    ...(row.effect_expected === null ? [] : [{ name: 'Expected by chance', value: value(row.effect_expected) }]),
    ...(row.smallest_detectable === null
      ? []
      : [{ name: 'Smallest detectable shift', value: value(row.smallest_detectable) }]),
    { name: 'Test', value: row.test },
    ...adjusted(row),
    { name: 'Baseline rows', value: formatCount(row.n_baseline) },
    { name: 'Current rows', value: formatCount(row.n_current) },
  ];
}

/** Over time: what decides whether the change is significant. */
function evidence({ score, score_limit, score_usual_low: low, score_usual_high: high }: MapCell['row']): Figure[] {
  if (score == null || score_limit == null) {
    return [];
  }
  return [
    { name: 'Score', value: formatNumber(score) },
    { name: 'Limit', value: formatNumber(score_limit) },
    ...(low == null || high == null
      ? []
      : [{ name: 'Usual score (90% of past windows)', value: `${formatNumber(low)} to ${formatNumber(high)}` }]),
  ];
}

function adjusted({ p_adjusted: p }: MapCell['row']): Figure[] {
  return p === null ? [] : [{ name: 'Adjusted p-value', value: formatProbability(p) }];
}
