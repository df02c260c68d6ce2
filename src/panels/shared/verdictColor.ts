import type { GrafanaTheme2 } from '@grafana/data';
import type { PerformanceWord } from '../../verdict/performance/PerformanceVerdict';
import type { VerdictWord } from '../../verdict/Verdict';

/** Every verdict that a panel may show. */
export type ShownVerdict = VerdictWord | PerformanceWord;

/** The color of a verdict in the theme. Never the only sign of it: glyph, height and words go with it. */
export function verdictColor(theme: GrafanaTheme2, verdict: ShownVerdict): string {
  const byName = theme.visualization.getColorByName;
  switch (verdict) {
    case 'drift':
    case 'worse':
      return byName(theme.isDark ? 'red' : 'semi-dark-red');
    case 'warning':
      return byName(theme.isDark ? 'light-orange' : 'orange');
    case 'no_drift':
    case 'not_worse':
      return byName(theme.isDark ? 'semi-dark-green' : 'semi-dark-green');
    case 'labels_pending':
      return theme.colors.text.secondary;
    default:
      return theme.colors.text.disabled;
  }
}
