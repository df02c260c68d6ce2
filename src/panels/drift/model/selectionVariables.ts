import type { MapCell, MapRow } from './DriftMap';

export interface VariableSettings {
  readonly featureVariable: string;
  readonly setSegmentVariables: boolean;
}

/**
 * The address parameters that a click sets: `var-feature=temperature_f`, and one for each segment. Only variables that
 * the dashboard has.
 */
export function selectionVariables(
  row: MapRow,
  cell: MapCell | undefined,
  settings: VariableSettings,
  hasVariable: (name: string) => boolean
): Record<string, string> {
  const segment = settings.setSegmentVariables ? (cell?.row.segment ?? row.segment) : {};
  const wanted = {
    ...segment,
    ...(settings.featureVariable === '' ? {} : { [settings.featureVariable]: row.feature }),
  };
  return Object.fromEntries(
    Object.entries(wanted)
      .filter(([name]) => hasVariable(name))
      .map(([name, value]) => [`var-${name}`, value])
  );
}
