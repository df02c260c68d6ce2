import { CoreApp, type DataFrame, type DataQueryResponse } from '@grafana/data';

const DRIFT_PANEL = 'modelwatch-drift-panel';
const PERFORMANCE_PANEL = 'modelwatch-performance-panel';
/** Whose frames are tables that Explore shows too, below the panel. */
const TABLES: ReadonlySet<string> = new Set([DRIFT_PANEL, PERFORMANCE_PANEL]);

/** Panels that show best what a frame holds, by the kind that the frame names. */
const PANELS: Readonly<Record<string, string>> = {
  distribution: 'modelwatch-distribution-panel',
  explain: 'modelwatch-causes-panel',
  versions: 'modelwatch-versions-panel',
  performance: PERFORMANCE_PANEL,
};

/**
 * Says of each frame which panel is made for it: `preferredVisualisationPluginId`. Explore draws that panel, and makes a
 * panel of its type from there. Drift and performance come there as their panel and, below it, as the table with every
 * figure.
 */
export function withPreferredPanels(response: DataQueryResponse, app: string): DataQueryResponse {
  const data = (response.data as DataFrame[]).flatMap((frame) => {
    const panel = panelOf(frame);
    if (panel === undefined) {
      return [frame];
    }
    const preferring = { ...frame, meta: { ...frame.meta, preferredVisualisationPluginId: panel } };
    return app === CoreApp.Explore && TABLES.has(panel) ? [preferring, frame] : [preferring];
  });
  return { ...response, data };
}

function panelOf({ name, fields, meta }: DataFrame): string | undefined {
  const kind = (meta?.custom as { readonly kind?: string } | undefined)?.kind ?? '';
  if (Object.hasOwn(PANELS, kind)) {
    return PANELS[kind];
  }
  return name === 'drift' && fields.some((field) => field.name === 'verdict') ? DRIFT_PANEL : undefined;
}
