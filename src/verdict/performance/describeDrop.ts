import { number, percent } from '../figures';
import type { DropExplanation, SliceDrop } from './explainDrop';
import { dropValue, METRIC_WORDS, metricValue } from './metricWords';

const NAMED = 3;
/** A share of the drop that is not worth a number. */
const HARDLY_ANY = 0.01;

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
    parts(mix / drop, size(drop)),
    ...(worst.length > 0
      ? [
          `Most is explained by ${worst
            .map((slice) => `${inWords(explanation, slice)}: ${percent(contribution(slice) / drop)}`)
            .join('; ')}.`,
        ]
      : []),
  ].join(' ');
}

/** How much is due to which rows there were, and how much to how well each slice did. */
function parts(share: number, drop: string): string {
  if (Math.abs(share) < HARDLY_ANY) {
    return `The drop of ${drop} comes from changes within slices, not from another mix of rows.`;
  }
  return share < 0
    ? `The drop of ${drop} comes from changes within slices; the mix of rows made it smaller by ${percent(-share)}.`
    : `Of the drop of ${drop}, ${percent(share)} comes from another mix of rows and the rest from changes within slices.`;
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
