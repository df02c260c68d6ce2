import { getPanelDataSummary, type PanelPlugin, toDataFrame, VisualizationSuggestionScore } from '@grafana/data';
import { readFrames, toGrafana } from '../../tests/fixtures/panels/panelData';
import distributionManifest from './distribution/plugin.json';
import { plugin as distribution } from './distribution/module';
import driftManifest from './drift/plugin.json';
import { plugin as drift } from './drift/module';
import performanceManifest from './performance/plugin.json';
import { plugin as performance } from './performance/module';
import versionsManifest from './versions/plugin.json';
import { plugin as versions } from './versions/module';

const plugins = [
  ['drift', drift as PanelPlugin, driftManifest],
  ['distribution', distribution as PanelPlugin, distributionManifest],
  ['performance', performance as PanelPlugin, performanceManifest],
  ['versions', versions as PanelPlugin, versionsManifest],
] as const;

// Grafana asks only panels whose plugin.json says so, from 12.4 on with its toggle externalVizSuggestions.
it.each(plugins)('%s says that it can be suggested, and is not for what it cannot show', (_, plugin, manifest) => {
  expect(manifest.suggestions).toBe(true);
  plugin.meta = { ...manifest, module: '', baseUrl: '' } as unknown as PanelPlugin['meta'];
  const other = toDataFrame({ fields: [{ name: 'value', values: [1, 2] }] });
  expect(plugin.getSuggestions(getPanelDataSummary([other])) ?? []).toEqual([]);
});

it.each([
  ['drift', drift as PanelPlugin, 'drift-by-week', 'Drift map'],
  ['performance', performance as PanelPlugin, 'performance-by-fortnight', 'Performance'],
  ['versions', versions as PanelPlugin, 'versions-by-day', 'Versions'],
  ['distribution', distribution as PanelPlugin, 'distributions', 'Distribution'],
] as const)('%s is the best choice for its own frames', (_, plugin, frames, name) => {
  const [found] = plugin.getSuggestions(getPanelDataSummary(toGrafana(readFrames(frames)))) ?? [];
  expect(found).toMatchObject({ name, score: VisualizationSuggestionScore.Best });
});
