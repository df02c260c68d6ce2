import { CoreApp, toDataFrame } from '@grafana/data';
import { withExploreViews } from './withExploreViews';

const frames = ['distribution', 'versions', undefined].map((kind) =>
  toDataFrame({ fields: [], meta: { custom: { kind } } })
);
const panelsIn = (app: CoreApp) =>
  withExploreViews({ data: frames }, app).data.map(
    ({ meta }) => meta?.preferredVisualisationPluginId as string | undefined
  );

test('in Explore distributions and versions come in their panels, elsewhere in what the dashboard says', () => {
  expect(panelsIn(CoreApp.Explore)).toEqual(['modelwatch-distribution-panel', 'modelwatch-versions-panel', undefined]);
  expect(panelsIn(CoreApp.Dashboard)).toEqual([undefined, undefined, undefined]);
});
