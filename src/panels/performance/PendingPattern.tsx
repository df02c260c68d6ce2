import React from 'react';
import { useTheme2 } from '@grafana/ui';

/** The hatching of windows whose labels are still to come. */
export function PendingPattern({ id }: { id: string }) {
  const theme = useTheme2();
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="1.5" height="6" fill={theme.colors.text.disabled} fillOpacity="0.35" />
    </pattern>
  );
}
