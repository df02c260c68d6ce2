import { AppPlugin } from '@grafana/data';
import { alertLink } from './alert/alertLink';
import { AppConfig } from './AppConfig';
import { AppRoot } from './AppRoot';

export const plugin = new AppPlugin()
  .setRootPage(AppRoot)
  .addLink(alertLink)
  .addConfigPage({ id: 'configuration', title: 'Configuration', icon: 'cog', body: AppConfig });
