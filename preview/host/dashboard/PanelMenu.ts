import { locationService } from '@grafana/runtime';
import { VizPanelMenu } from '@grafana/scenes';

/** The panel's menu: leads to the page with its query editor. */
export class PanelMenu extends VizPanelMenu {
  constructor(id: number) {
    const onClick = () => locationService.partial({ editPanel: id });
    super({ items: [{ text: 'Edit query', iconClassName: 'edit', onClick }] });
  }
}
