import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import type { ChangeKind } from '../../verdict/versions/VersionTrace';
import { verdictColor } from '../shared/verdictColor';

/** Drawn in a square of 12; told apart by shape alone: an arrow back, an arrow on, a cross, a plus. */
export const CHANGE_PATHS: Readonly<Record<ChangeKind, string>> = {
  rolled_back: 'M11 4.500H6V1L.5 6 6 11V7.500h5z',
  took_over: 'M1 4.500h5V1l5.500 5L6 11V7.500H1z',
  vanished: 'M2.400 1 6 4.600 9.600 1 11 2.400 7.400 6l3.600 3.600L9.600 11 6 7.400 2.400 11 1 9.600 4.600 6 1 2.400z',
  started: 'M5 1h2v4h4v2H7v4H5V7H1V5h4z',
};

export function changeColor(theme: GrafanaTheme2, kind: ChangeKind): string {
  return kind === 'rolled_back' ? verdictColor(theme, 'drift') : theme.colors.text.primary;
}

interface Props {
  kind: ChangeKind;
  /** Width and height in pixels. */
  size?: number;
}

/** The sign of a change; decorative, since the words always stand beside it. */
export function ChangeGlyph({ kind, size = 12 }: Props) {
  const theme = useTheme2();
  return (
    <svg viewBox="0 0 12 12" width={size} height={size} aria-hidden="true" style={{ flex: 'none' }}>
      <path d={CHANGE_PATHS[kind]} fill={changeColor(theme, kind)} />
    </svg>
  );
}
