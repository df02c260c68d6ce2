import type { GrafanaTheme2 } from '@grafana/data';
import { verdictColor } from '../shared/verdictColor';
import type { LineName } from './model/chartLines';

export interface LineStyle {
  readonly color: string;
  /** As SVG has it; undefined: solid. */
  readonly dash?: string;
  readonly width: number;
}

/** Lines are told apart by dashes and weight, not by color alone. */
export function lineStyle(theme: GrafanaTheme2, line: LineName): LineStyle {
  const byName = theme.visualization.getColorByName;
  switch (line) {
    case 'value':
    case 'pending':
    case 'interval':
      return { color: byName(theme.isDark ? 'blue' : 'semi-dark-blue'), width: 2 };
    case 'estimate':
      return { color: byName(theme.isDark ? 'light-purple' : 'dark-purple'), width: 1.75, dash: '6 4' };
    case 'baseline':
      return { color: theme.colors.text.secondary, width: 1.25 };
    case 'limit':
      return { color: verdictColor(theme, 'warning'), width: 1.5, dash: '10 3' };
    case 'objective':
      return { color: theme.colors.text.primary, width: 1.5, dash: '2 3' };
  }
}
