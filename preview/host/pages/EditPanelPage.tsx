import { css } from '@emotion/css';
import React, { useMemo, useState } from 'react';
import { useAsync } from 'react-use';
import { CoreApp } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import {
  SceneFlexItem,
  SceneFlexLayout,
  SceneQueryRunner,
  sceneGraph,
  UrlSyncContextProvider,
  VizPanel,
} from '@grafana/scenes';
import type { Dashboard, DataQuery } from '@grafana/schema';
import { Alert, Button } from '@grafana/ui';
import { toScene } from '../dashboard/toScene';
import { dataSourceSrv } from '../services/dataSourceSrv';

const PANEL_HEIGHT = 420;
const above = css({ alignSelf: 'flex-start', marginBottom: 8 });

/** One panel of a dashboard above the query editors of its data source. What is changed here is not kept. */
export function EditPanelPage({ dashboard, id }: { dashboard: Dashboard; id: number }) {
  const [scene, panel] = useMemo(() => {
    const scene = toScene(dashboard);
    const panel = sceneGraph.findByKeyAndType(scene, `panel-${id}`, VizPanel).clone();
    const item = new SceneFlexItem({ body: panel, height: PANEL_HEIGHT });
    scene.setState({ body: new SceneFlexLayout({ direction: 'column', children: [item] }) });
    return [scene, panel];
  }, [dashboard, id]);
  const runner = sceneGraph.findObject(panel, (object) => object instanceof SceneQueryRunner);
  return (
    <UrlSyncContextProvider scene={scene} updateUrlOnInit>
      <Button
        className={above}
        icon="arrow-left"
        variant="secondary"
        size="sm"
        onClick={() => locationService.partial({ editPanel: null })}
      >
        Back to the dashboard
      </Button>
      <scene.Component model={scene} />
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
