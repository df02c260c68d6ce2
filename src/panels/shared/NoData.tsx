import React from 'react';
import type { FieldConfigSource, PanelData } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { EmptyState } from '@grafana/ui';

interface Props {
  panelId: number;
  data: PanelData;
  fieldConfig: FieldConfigSource;
  message: string;
}

/** Grafana's own view of data that a panel can't show, where the host has one. */
export function NoData(props: Props) {
  // Set by Grafana when it starts; other hosts may leave it out.
  if (PanelDataErrorView as typeof PanelDataErrorView | undefined) {
    return <PanelDataErrorView {...props} />;
  }
  return <EmptyState variant="not-found" message={props.message} hideImage />;
}
