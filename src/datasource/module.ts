import { DataSourcePlugin } from '@grafana/data';
import { ConfigEditor } from './config/ConfigEditor';
import { DataSource } from './DataSource';
import { QueryEditor } from './editor/QueryEditor';
import type { ModelwatchQuery } from './ModelwatchQuery';
import type { ModelwatchSettings } from './ModelwatchSettings';

export const plugin = new DataSourcePlugin<DataSource, ModelwatchQuery, ModelwatchSettings>(DataSource)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor);
