import { DataSourcePlugin } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { ConfigEditor } from './config/ConfigEditor';
import { DataSource } from './DataSource';
import { QueryEditor } from './editor/QueryEditor';
import { QueryHelp } from './help/QueryHelp';
import type { ModelwatchQuery } from './ModelwatchQuery';
import type { ModelwatchSecrets, ModelwatchSettings } from './ModelwatchSettings';
import { id } from './plugin.json';

// Nothing waits for it: it is done before anything is drawn, and texts are asked for while something is.
void initPluginTranslations(id);

export const plugin = new DataSourcePlugin<DataSource, ModelwatchQuery, ModelwatchSettings, ModelwatchSecrets>(
  DataSource
)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor)
  .setQueryEditorHelp(QueryHelp);
