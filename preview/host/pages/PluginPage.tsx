import React from 'react';
import { useParams } from 'react-router-dom';
import { useAsync } from 'react-use';
import type { AppPluginMeta } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import { importAppPlugin } from '../plugins';

/** /plugins/:id: the configuration of the bundle's app, without what Grafana puts around it. */
export function PluginPage() {
  const { id = '' } = useParams();
  const meta = config.apps[id] as unknown as AppPluginMeta | undefined;
  const { value: app, error } = useAsync(async () => (meta ? importAppPlugin(meta) : undefined), [meta]);
  if (!meta || error) {
    return <Alert title={error?.message ?? `The preview has no app "${id}".`} />;
  }
  const Config = app?.configPages?.[0]?.body;
  // What runs in the preview is enabled.
  return app && Config ? (
    <Config plugin={Object.assign(app, { meta: { ...meta, enabled: true } })} query={{}} />
  ) : (
    <LoadingPlaceholder text="Loading the app" />
  );
}
