import React from 'react';

/** The color of a version; decorative, since its name always stands beside it. */
export function Swatch({ color }: { color: string | undefined }) {
  return (
    <span
      aria-hidden="true"
      style={{ display: 'inline-block', flex: 'none', width: 10, height: 10, borderRadius: 2, backgroundColor: color }}
    />
  );
}
