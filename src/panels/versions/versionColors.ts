import { type DataFrame, FieldColorModeId, type GrafanaTheme2 } from '@grafana/data';
import type { VersionBoard } from './model/VersionBoard';

export type VersionColors = ReadonlyMap<string, string>;

/** A color for each version, the same in all segments: that which the panel fixes for its field, or the palette's next. */
export function versionColors(
  { versions, segments }: VersionBoard,
  frames: readonly DataFrame[],
  theme: GrafanaTheme2
): VersionColors {
  const { palette, getColorByName } = theme.visualization;
  const fixed = new Map<string, string>();
  for (const { version, frame } of segments.flatMap((segment) => segment.versions)) {
    const color = frames[frame]?.fields.find(({ name }) => name === 'share')?.config.color;
    if (color?.mode === FieldColorModeId.Fixed && color.fixedColor !== undefined && !fixed.has(version)) {
      fixed.set(version, color.fixedColor);
    }
  }
  // One fixed color for all of them would make the versions the same.
  const isUsed = new Set(fixed.values()).size > 1 || versions.length === 1;
  return new Map(
    versions.map((version, index) => [
      version,
      getColorByName((isUsed ? fixed.get(version) : undefined) ?? palette[index % palette.length]),
    ])
  );
}
