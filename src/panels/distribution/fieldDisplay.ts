import {
  type DataFrame,
  FieldColorModeId,
  formattedValueToString,
  getDisplayProcessor,
  type GrafanaTheme2,
} from '@grafana/data';
import { formatNumber } from '../shared/formatNumber';
import type { Side, SideColors } from './model/Side';

export type FormatValue = (value: number) => string;

/** Writes values of the feature with the unit and decimals that the panel sets; as they are where it sets none. */
export function valueFormatter(frame: DataFrame | undefined, theme: GrafanaTheme2): FormatValue {
  const field = frame?.fields.find(({ name }) => name === 'low');
  if (!field || (!field.config.unit && field.config.decimals == null)) {
    return formatNumber;
  }
  const display = field.display ?? getDisplayProcessor({ field, theme });
  return (value) => formattedValueToString(display(value));
}

/** Grey and blue, told apart in any theme and by any eye; overrides of the fields `baseline` and `current` change them. */
export function sideColors(frame: DataFrame | undefined, theme: GrafanaTheme2): SideColors {
  const chosen = (side: Side): string | undefined => {
    const color = frame?.fields.find(({ name }) => name === side)?.config.color;
    return color?.mode === FieldColorModeId.Fixed && color.fixedColor !== undefined
      ? theme.visualization.getColorByName(color.fixedColor)
      : undefined;
  };
  const [baseline, current] = [chosen('baseline'), chosen('current')];
  const grey = theme.isDark ? '#a2a9b6' : '#7d838e';
  return {
    // One color for all fields would make the sides the same.
    baseline: baseline === current ? grey : (baseline ?? grey),
    current: current ?? theme.visualization.getColorByName(theme.isDark ? 'blue' : 'semi-dark-blue'),
  };
}
