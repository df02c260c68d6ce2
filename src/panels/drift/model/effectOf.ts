import { type EffectFigures, effectValue } from '../../shared/effectWords';
import { figuresOf } from '../../shared/figuresOf';
import { formatShare } from '../../shared/formatNumber';
import type { MapCell } from './DriftMap';

/** The effect for a narrow column: `0.31 SD`, `+40%`, `new category`, or a dash where there is none. */
export function shortEffect({ row, details }: MapCell): string {
  switch (details.subject) {
    case 'drift':
      return row.effect_size === null ? '–' : effectValue(row.effect, row.effect_size);
    case 'quality':
      return findingsInWords(details.finding, details.findings);
    case 'volume':
      return deviationInWords(details.deviation);
  }
}

/** What the bar beside a row shows; null where nothing is measured. */
export function barFigures({ row, details }: MapCell): EffectFigures | null {
  return details.subject === 'quality' ? null : figuresOf(row);
}

/** `category new`, `category new and 4 more` */
function findingsInWords(finding: string | null, findings: number): string {
  return finding === null ? '–' : `${findingName(finding)}${findings > 1 ? ` and ${findings - 1} more` : ''}`;
}

/** `+40%`, `−12%` */
export function deviationInWords(deviation: number | null): string {
  return deviation === null ? '–' : `${deviation < 0 ? '−' : '+'}${formatShare(Math.abs(deviation))}`;
}

/** `category_new` as people write it. */
export function findingName(code: string): string {
  return code.replaceAll('_', ' ');
}
