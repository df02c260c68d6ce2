import React from 'react';
import type { Dashboard, Panel, RowPanel } from '@grafana/schema';
import { Alert } from '@grafana/ui';
import { isOfAnotherPlugin } from '../services/dataSourceSrv';

/** What a data source of this plugin is called: its id, as in `prometheus`, says it. */
export function sourceName(type: string): string {
  return type.charAt(0).toUpperCase() + type.slice(1);
}

/** Says once for a whole dashboard which data sources it reads that the preview lacks, and what shows it whole. */
export function MissingSources({ dashboard }: { dashboard: Dashboard }) {
  const lacking = missingTypes(dashboard.panels ?? []).map(sourceName);
  if (lacking.length === 0) {
    return null;
  }
  return (
    <Alert severity="info" title={`This dashboard reads ${lacking.join(' and ')} too, which the preview doesn't have.`}>
      Panels on Modelwatch&apos;s own data work here. In Grafana all of them do: &quot;docker compose up&quot; starts
      one with the demo, or install the bundle beside your own data sources.
    </Alert>
  );
}

function missingTypes(panels: ReadonlyArray<Panel | RowPanel>): string[] {
  const all = panels.flatMap((panel) => ('panels' in panel ? (panel.panels as Panel[]) : [panel as Panel]));
  const sources = all.map(({ datasource }) => datasource).filter(isOfAnotherPlugin);
  return [...new Set(sources.map(({ type }) => type))];
}
