import { css } from '@emotion/css';
import React, { useMemo, useState } from 'react';
import { useAsync } from 'react-use';
import { CoreApp } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { SceneQueryRunner, sceneGraph, UrlSyncContextProvider, VizPanel } from '@grafana/scenes';
import type { DataQuery } from '@grafana/schema';
import { Alert, Button } from '@grafana/ui';
import type { Dashboard } from '../dashboard/Dashboard';
import { toScene } from '../dashboard/toScene';
import { dataSourceSrv } from '../services/dataSourceSrv';

const tall = css({ position: 'relative', height: 420, marginBottom: 16 });

/** One panel of a dashboard above the query editors of its data source. What is changed here is not kept. */
export function EditPanelPage({ dashboard, id }: { dashboard: Dashboard; id: number }) {
  const scene = useMemo(() => toScene(dashboard), [dashboard]);
  const panel = useMemo(() => sceneGraph.findByKeyAndType(scene, `panel-${id}`, VizPanel), [scene, id]);
  const runner = useMemo(() => sceneGraph.findObject(panel, (object) => object instanceof SceneQueryRunner), [panel]);
  return (
    <UrlSyncContextProvider scene={scene} updateUrlOnInit>
      <Button
        icon="arrow-left"
        variant="secondary"
        size="sm"
        onClick={() => locationService.partial({ editPanel: null })}
      >
        Back to the dashboard
      </Button>
      {scene.state.controls?.map((control) => <control.Component key={control.state.key} model={control} />)}
      <div className={tall}>
        <panel.Component model={panel} />
      </div>
      {runner instanceof SceneQueryRunner && <QueryEditors runner={runner} />}
    </UrlSyncContextProvider>
  );
}

function QueryEditors({ runner }: { runner: SceneQueryRunner }) {
  const { data, datasource, queries: initial } = runner.useState();
  const [queries, setQueries] = useState<DataQuery[]>(initial);
  const { value: dataSource, error } = useAsync(() => dataSourceSrv.get(datasource ?? initial[0].datasource), []);
  const Editor = dataSource?.components?.QueryEditor;
  if (error) {
    return <Alert title={error.message} />;
  }
  if (!dataSource || !Editor) {
    return null;
  }
  return queries.map((query, index) => (
    <section key={query.refId} aria-label={`Query ${query.refId}`}>
      <h2>Query {query.refId}</h2>
      <Editor
        datasource={dataSource}
        query={query}
        queries={queries}
        onChange={(changed) => setQueries(queries.map((old, place) => (place === index ? changed : old)))}
        onRunQuery={() => {
          // The editor calls this right after onChange, before its new query has been rendered.
          setQueries((latest) => {
            runner.setState({ queries: latest });
            queueMicrotask(() => runner.runQueries());
            return latest;
          });
        }}
        data={data}
        range={data?.timeRange}
        app={CoreApp.PanelEditor}
      />
    </section>
  ));
}
