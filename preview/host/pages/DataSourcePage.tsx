import { css } from '@emotion/css';
import React, { useState } from 'react';
import { useAsync } from 'react-use';
import { useParams } from 'react-router-dom';
import { PluginContextProvider, type DataSourceSettings } from '@grafana/data';
import { Alert, Button, Field, Input, LoadingPlaceholder, type AlertVariant } from '@grafana/ui';
import { config } from '@grafana/runtime';
import { importDataSourcePlugin } from '../plugins';
import { backendSrv } from '../services/backendSrv';
import { dataSourceSrv } from '../services/dataSourceSrv';

interface Outcome {
  readonly severity: AlertVariant;
  readonly title: string;
  readonly details?: string;
}

const narrow = css({ maxWidth: 800 });

/** /connections/datasources/edit/:uid: the data source's configuration, and its health check. */
export function DataSourcePage() {
  const { uid = '' } = useParams();
  const [changed, setChanged] = useState<DataSourceSettings>();
  const [outcome, setOutcome] = useState<Outcome>();
  const { value, error } = useAsync(async () => {
    const stored = await backendSrv.get<DataSourceSettings>(`/api/datasources/uid/${uid}`);
    return { stored, plugin: await importDataSourcePlugin(stored.type) };
  }, [uid]);
  if (error) {
    return <Alert title={`The preview has no data source "${uid}".`} />;
  }
  if (!value) {
    return <LoadingPlaceholder text="Loading the data source" />;
  }
  const settings = changed ?? value.stored;
  const Editor = value.plugin.components.ConfigEditor;
  const saveAndTest = async () => {
    await backendSrv.put(`/api/datasources/uid/${uid}`, settings);
    Object.assign(config.datasources[value.stored.name], settings);
    dataSourceSrv.reload();
    const dataSource = await dataSourceSrv.get(uid);
    setOutcome(
      await dataSource.testDatasource().then(
        ({ status, message }) => ({ severity: status as AlertVariant, title: message }),
        (failure: Error & { details?: { verboseMessage?: string } }) => ({
          severity: 'error' as const,
          title: failure.message,
          details: failure.details?.verboseMessage,
        })
      )
    );
  };
  return (
    <div className={narrow}>
      <h1>{value.stored.name}</h1>
      <Alert severity="info" title="Changes live as long as the preview; the provisioned file stays as it is." />
      <Field label="Name" htmlFor="name">
        <Input
          id="name"
          value={settings.name}
          onChange={({ currentTarget }) => setChanged({ ...settings, name: currentTarget.value })}
        />
      </Field>
      <PluginContextProvider meta={value.plugin.meta}>
        {Editor && <Editor options={settings} onOptionsChange={setChanged} />}
      </PluginContextProvider>
      {outcome && (
        <Alert severity={outcome.severity} title={outcome.title}>
          {outcome.details}
        </Alert>
      )}
      <Button onClick={saveAndTest}>Save &amp; test</Button>
    </div>
  );
}
