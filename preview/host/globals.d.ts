/// <reference types="systemjs" />

interface Window {
  /** Written into the page by the server. */
  readonly grafanaBootData: { readonly dashboards: ReadonlyArray<{ readonly uid: string; readonly title: string }> };
  /** Set by scenes while one is on the page. */
  readonly __grafanaSceneContext?: unknown;
}

// Grafana's core fills these two in; its packages do not export the functions that do so.
declare module '*/PanelDataErrorView.mjs' {
  export function setPanelDataErrorView(
    view: React.ComponentType<import('@grafana/runtime').PanelDataErrorViewProps>
  ): void;
}
declare module '*/PluginPage.mjs' {
  export function setPluginPage(page: React.ComponentType<import('@grafana/runtime').PluginPageProps>): void;
}
