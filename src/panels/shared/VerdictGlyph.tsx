import React from 'react';
import { useTheme2 } from '@grafana/ui';
import { type ShownVerdict, verdictColor } from './verdictColor';

const TRIANGLE = 'M6 1 11.5 11H.5z';
const TICK = 'M1.200 6.200 2.600 4.800 4.800 7 9.500 2.300 10.900 3.700 4.800 9.800z';

/** Drawn in a square of 12; told apart by shape alone. */
export const GLYPH_PATHS: Readonly<Record<ShownVerdict, string>> = {
  // A triangle, a diamond, a tick, a dash, a question mark and a cross; labels that are to come: an hourglass.
  drift: TRIANGLE,
  worse: TRIANGLE,
  warning: 'M6 .5 11.5 6 6 11.500.5 6z',
  no_drift: TICK,
  not_worse: TICK,
  labels_pending: 'M2 .500h8v2.100L7.200 6 10 9.400v2.100H2V9.400L4.800 6 2 2.600z',
  insufficient_data: 'M1.500 5h9v2h-9z',
  inconclusive:
    'M3 4.200C3 2.300 4.300 1 6.100 1S9 2.200 9 3.900c0 1.300-.7 2-1.500 2.600-.5.4-.7.700-.7 1.300H5.100c0-1.200.4-1.900 1.300-2.600.6-.4.800-.7.8-1.200 0-.7-.4-1.100-1.100-1.100s-1.200.500-1.200 1.300zM5 9h2v2H5z',
  undefined: 'M2.400 1 6 4.600 9.600 1 11 2.400 7.400 6l3.600 3.600L9.600 11 6 7.400 2.400 11 1 9.600 4.600 6 1 2.400z',
};

interface Props {
  verdict: ShownVerdict;
  /** Width and height in pixels. */
  size?: number;
}

/** The sign of a verdict; decorative, since the word always stands beside it. */
export function VerdictGlyph({ verdict, size = 12 }: Props) {
  const theme = useTheme2();
  return (
    <svg viewBox="0 0 12 12" width={size} height={size} aria-hidden="true" style={{ flex: 'none' }}>
      <path d={GLYPH_PATHS[verdict]} fill={verdictColor(theme, verdict)} />
    </svg>
  );
}
