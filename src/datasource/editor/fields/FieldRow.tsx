import React from 'react';
import { Stack } from '@grafana/ui';

/** Fields beside one another, and below where there is no room. */
export function FieldRow({ children }: React.PropsWithChildren) {
  return (
    <Stack direction="row" wrap="wrap" gap={2} alignItems="flex-start">
      {children}
    </Stack>
  );
}
