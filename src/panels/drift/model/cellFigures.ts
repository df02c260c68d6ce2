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
        ...(finding === null ? [] : [{ name: 'Finding', value: findingName(finding) }]),
        ...(findings > 1 ? [{ name: 'Findings in all', value: formatCount(findings) }] : []),
        ...(foundSince === null ? [] : [{ name: 'Since', value: timeFormatter([foundSince], timeZone)(foundSince) }]),
        ...adjusted(row),
        ...(row.n_baseline == null ? [] : [{ name: 'Rows in the baseline', value: formatCount(row.n_baseline) }]),
        { name: 'Rows now', value: formatCount(row.n_current) },
      ];
    }
    case 'volume': {
      const { value, expected, low, high } = details;
      const write = (number: number | null) => (number === null ? '–' : formatNumber(number));
      return [
        { name: 'Value', value: write(value) },
        { name: 'Expected', value: write(expected) },
        { name: 'Accepted', value: `${write(low)} to ${write(high)}` },
        { name: 'Deviation', value: deviationInWords(details.deviation) },
        { name: 'Past windows with data', value: formatCount(row.n_baseline) },
      ];
    }
  }
}

function driftFigures(row: MapCell['row']): Figure[] {
  const value = (size: number | null) => (size === null ? '–' : effectValue(row.effect, size));
  return [
    { name: EFFECT_NAMES[row.effect], value: value(row.effect_size) },
    { name: 'Threshold', value: value(row.threshold) },
    ...(row.effect_expected === null ? [] : [{ name: 'By chance alone', value: value(row.effect_expected) }]),
    ...(row.smallest_detectable === null
      ? []
      : [{ name: 'Smallest shift that would show', value: value(row.smallest_detectable) }]),
    { name: 'Test', value: row.test },
    ...adjusted(row),
    { name: 'Rows in the baseline', value: formatCount(row.n_baseline) },
    { name: 'Rows now', value: formatCount(row.n_current) },
  ];
}

function adjusted({ p_adjusted: p }: MapCell['row']): Figure[] {
  return p === null ? [] : [{ name: 'p, adjusted', value: formatProbability(p) }];
}
