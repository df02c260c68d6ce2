import * as emotionCss from '@emotion/css';
import * as emotionReact from '@emotion/react';
import * as i18next from 'i18next';
import * as lodash from 'lodash';
import * as React from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import * as ReactDom from 'react-dom';
import * as reactRouter from 'react-router';
import * as rxjs from 'rxjs';
import * as rxjsOperators from 'rxjs/operators';
import * as grafanaData from '@grafana/data';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaUi from '@grafana/ui';
import { AppPlugin, DataSourcePlugin, PanelPlugin, type AppPluginMeta, type DataSourceApi } from '@grafana/data';
import { config } from '@grafana/runtime';
import { corePanels } from './panels/corePanels';

/** What Grafana gives its plugins at run time, so that they don't carry it along. */
const SHARED: Record<string, object> = {
  '@emotion/css': emotionCss,
  '@emotion/react': emotionReact,
  '@grafana/data': grafanaData,
  '@grafana/runtime': grafanaRuntime,
  '@grafana/ui': grafanaUi,
  i18next: wholeModule(i18next),
  lodash: wholeModule(lodash),
  react: wholeModule(React),
  'react-dom': wholeModule(ReactDom),
  'react-router': reactRouter,
  'react/jsx-runtime': wholeModule(jsxRuntime),
  rxjs,
  'rxjs/operators': rxjsOperators,
};

/** A CommonJS module is handed on as it is: SystemJS passes `default` to AMD modules where this mark is set. */
function wholeModule(module: object): object {
  return { ...module, __useDefault: true };
}

export function sharePackages(): void {
  const imports = Object.fromEntries(Object.keys(SHARED).map((name) => [name, `package:${name}`]));
  System.addImportMap({ imports });
  for (const [name, module] of Object.entries(SHARED)) {
    System.set(`package:${name}`, module);
  }
}

interface PluginModule {
  readonly plugin: unknown;
}

const loaded = new Map<string, Promise<PluginModule>>();
const panels = new Map<string, PanelPlugin>(Object.entries(corePanels));

function load(module: string): Promise<PluginModule> {
  const promise = loaded.get(module) ?? System.import(new URL(module, window.location.origin).href);
  loaded.set(module, promise);
  return promise;
}

export async function importPanelPlugin(id: string): Promise<PanelPlugin> {
  const known = panels.get(id);
  const meta = config.panels[id];
  if (known || !meta) {
    return known ?? missingPanel(id);
  }
  const { plugin } = await load(meta.module);
  panels.set(id, Object.assign(plugin as PanelPlugin, { meta }));
  return plugin as PanelPlugin;
}

export function panelFromCache(id: string): PanelPlugin | undefined {
  return panels.get(id);
}

function missingPanel(id: string): PanelPlugin {
  const note = () => React.createElement('p', {}, `The preview has no panel of the type "${id}". Grafana has.`);
  return Object.assign(new PanelPlugin(note), { meta: { ...corePanels.text.meta, id, name: id } });
}

export async function importDataSourcePlugin(type: string): Promise<DataSourcePlugin<DataSourceApi>> {
  const { meta } = Object.values(config.datasources).find((settings) => settings.type === type)!;
  const { plugin } = await load(meta.module);
  return Object.assign(plugin as DataSourcePlugin<DataSourceApi>, { meta });
}

export async function importAppPlugin(meta: AppPluginMeta): Promise<AppPlugin> {
  const { plugin } = await load(meta.module);
  const app = Object.assign(plugin as AppPlugin, { meta });
  app.init(meta);
  return app;
}
