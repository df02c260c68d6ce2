import { AppPlugin } from '@grafana/data';
import { alertLink } from './alert/alertLink';
import { AppConfig } from './AppConfig';
import { StartPage } from './StartPage';

export const plugin = new AppPlugin()
  .setRootPage(StartPage)
  .addLink(alertLink)
  .addConfigPage({ id: 'configuration', title: 'Configuration', icon: 'cog', body: AppConfig });
