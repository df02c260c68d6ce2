import { CoreApp, FieldType, toDataFrame } from '@grafana/data';
import { withPreferredPanels } from './withPreferredPanels';

const kinds = ['distribution', 'versions', undefined].map((kind) =>
  toDataFrame({ fields: [], meta: { custom: { kind } } })
);
const drift = toDataFrame({
  name: 'drift',
  fields: [{ name: 'verdict', type: FieldType.string, values: ['drift'] }],
  meta: { preferredVisualisationType: 'table' },
});
const panelsIn = (app: CoreApp, data = kinds) =>
  withPreferredPanels({ data }, app).data.map(({ meta }) => meta?.preferredVisualisationPluginId as string | undefined);

test('every frame says which panel is made for it, wherever it is asked', () => {
  const panels = ['modelwatch-distribution-panel', 'modelwatch-versions-panel', undefined];
  expect(panelsIn(CoreApp.Explore)).toEqual(panels);
  expect(panelsIn(CoreApp.Dashboard)).toEqual(panels);
  expect(panelsIn(CoreApp.PanelEditor, [drift])).toEqual(['modelwatch-drift-panel']);
});

test('Explore shows drift and performance in their panels, and as the table with every figure', () => {
  expect(panelsIn(CoreApp.Explore, [drift])).toEqual(['modelwatch-drift-panel', undefined]);
  const performance = toDataFrame({ fields: [], meta: { custom: { kind: 'performance' } } });
  expect(panelsIn(CoreApp.Explore, [performance])).toEqual(['modelwatch-performance-panel', undefined]);
  expect(panelsIn(CoreApp.Dashboard, [performance])).toEqual(['modelwatch-performance-panel']);
});
