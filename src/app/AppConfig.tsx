import React from 'react';
import { type AppPluginMeta, locationUtil, type PluginConfigPageProps } from '@grafana/data';
import { LinkButton, Stack, Text, TextLink } from '@grafana/ui';
import { docPage, START_PAGE } from './places';
import { enableApp } from './setup/enableApp';
import { FirstSteps } from './setup/FirstSteps';

/** The way in: where someone who looks for Modelwatch among Grafana's connections arrives. */
export function AppConfig({ plugin: { meta } }: PluginConfigPageProps<AppPluginMeta>) {
  const enable = async () => {
    await enableApp(meta.jsonData);
    // What Grafana offers was read when the page was loaded.
    window.location.reload();
  };
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      <Text>
        The app has no settings of its own. Add connections to your data on the configuration page of each Modelwatch
        data source, and configure checks in queries.
      </Text>
      <FirstSteps enable={meta.enabled ? undefined : enable} showEnabled />
      {meta.enabled && (
        <LinkButton href={locationUtil.assureBaseUrl(START_PAGE)} variant="secondary">
          Start page and dashboards
        </LinkButton>
      )}
      <TextLink href={docPage('install')}>Installation, step by step</TextLink>
    </Stack>
  );
}
