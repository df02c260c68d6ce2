import React from 'react';
import { LinkButton, Stack, Text } from '@grafana/ui';
import { START_PAGE } from './places';

/** The app has nothing of its own to set: connections belong to data sources. */
export function AppConfig() {
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      <Text>
        Nothing needs to be set here. Where models are judged by is set on the configuration page of each Modelwatch
        data source.
      </Text>
      <LinkButton href={START_PAGE} variant="secondary">
        How to start
      </LinkButton>
    </Stack>
  );
}
