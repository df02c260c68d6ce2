import { CoreApp, type DataFrame, type DataQueryResponse } from '@grafana/data';

/** Panels that show in Explore what no table or graph of its own shows, by the kind that a frame names. */
const PANELS: Readonly<Record<string, string>> = {
  distribution: 'modelwatch-distribution-panel',
  versions: 'modelwatch-versions-panel',
};

/** In Explore distributions and versions over time come in the bundle's own panels. */
export function withExploreViews(response: DataQueryResponse, app: string): DataQueryResponse {
  if (app !== CoreApp.Explore) {
    return response;
  }
  const data = (response.data as DataFrame[]).map((frame) => {
    const kind = (frame.meta?.custom as { readonly kind?: string } | undefined)?.kind ?? '';
    return Object.hasOwn(PANELS, kind)
      ? { ...frame, meta: { ...frame.meta, preferredVisualisationPluginId: PANELS[kind] } }
      : frame;
  });
  return { ...response, data };
}
