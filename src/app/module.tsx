import { AppPlugin } from '@grafana/data';
import { AppConfig } from './AppConfig';
import { StartPage } from './StartPage';

export const plugin = new AppPlugin()
  .setRootPage(StartPage)
  .addConfigPage({ id: 'configuration', title: 'Configuration', icon: 'cog', body: AppConfig });
