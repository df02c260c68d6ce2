import React from 'react';
import { useAsync } from 'react-use';
import { useLocation, useParams } from 'react-router-dom';
import { PluginContextProvider, type AppPluginMeta, type AppRootProps } from '@grafana/data';
import { config, locationSearchToObject } from '@grafana/runtime';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import { importAppPlugin } from '../plugins';

/** /a/:id/*: the pages of the bundle's app. */
export function AppPage() {
  const { id = '' } = useParams();
  const { pathname, search } = useLocation();
  const meta = config.apps[id] as unknown as AppPluginMeta | undefined;
  const { value: app, error } = useAsync(async () => (meta ? importAppPlugin(meta) : undefined), [meta]);
  if (!meta || error) {
    return <Alert title={error?.message ?? `The preview has no app "${id}".`} />;
  }
  const Root = app?.root as React.ComponentType<AppRootProps> | undefined;
  if (!Root) {
    return <LoadingPlaceholder text="Loading the app" />;
  }
  return (
    <PluginContextProvider meta={meta}>
      <Root
        meta={meta}
        basename={`/a/${id}`}
        path={pathname}
        query={locationSearchToObject(search)}
        onNavChanged={() => undefined}
      />
    </PluginContextProvider>
  );
}
