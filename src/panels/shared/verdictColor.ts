import type { GrafanaTheme2 } from '@grafana/data';
import type { VerdictWord } from '../../verdict/Verdict';

/** The colour of a verdict in the theme. Never the only sign of it: glyph, height and words go with it. */
export function verdictColor(theme: GrafanaTheme2, verdict: VerdictWord): string {
  const byName = theme.visualization.getColorByName;
  switch (verdict) {
    case 'drift':
      return byName(theme.isDark ? 'red' : 'semi-dark-red');
    case 'warning':
      return byName(theme.isDark ? 'light-orange' : 'orange');
    case 'no_drift':
      return byName(theme.isDark ? 'semi-dark-green' : 'semi-dark-green');
    default:
      return theme.colors.text.disabled;
  }
}
