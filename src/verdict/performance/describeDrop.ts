import { number, percent } from '../figures';
import type { DropExplanation, SliceDrop } from './explainDrop';
import { dropValue, METRIC_WORDS, metricValue } from './metricWords';

const NAMED = 3;

/** What explains a drop, in one to three sentences; empty where nothing dropped. */
export function describeDrop(explanation: DropExplanation): string {
  const { metric, drop, mix, slices } = explanation;
  if (drop === null || !(drop > 0)) {
    return '';
  }
  const size = (value: number) => dropValue(metric, false, value);
  const worst = slices.filter((slice) => contribution(slice) > 0).slice(0, NAMED);
  if (mix === null) {
    return `Largest drops of ${METRIC_WORDS[metric]}: ${worst.map((slice) => inWords(explanation, slice)).join('; ')}.`;
  }
  return [
    `Of the drop of ${size(drop)}, ${percent(mix / drop)} comes from another mix of rows and the rest from changes within slices.`,
    ...(worst.length > 0
      ? [
          `Most is explained by ${worst
            .map((slice) => `${inWords(explanation, slice)}: ${percent(contribution(slice) / drop)}`)
            .join('; ')}.`,
        ]
      : []),
  ].join(' ');
}

function inWords({ metric }: DropExplanation, { segment, baseline, current }: SliceDrop): string {
  const name =
    segment === null
      ? 'small slices together'
      : Object.entries(segment)
          .map(([field, value]) => `${field} ${value}`)
          .join(', ');
  return `${name} (${metricValue(metric, baseline.value)} → ${metricValue(metric, current.value)}, ${number(baseline.rows)} → ${number(current.rows)} rows)`;
}

function contribution({ mix, within, drop }: SliceDrop): number {
  return mix === null || within === null ? (drop ?? 0) : mix + within;
}
