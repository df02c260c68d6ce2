import React from 'react';
import { type FieldConfigSource, LoadingState, type PanelData } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { EmptyState } from '@grafana/ui';

interface Props {
  panelId: number;
  data: PanelData;
  fieldConfig: FieldConfigSource;
  message: string;
}

/** Grafana's own view of data that a panel can't show, where the host has one. A query that failed says why. */
export function NoData(props: Props) {
  const message = messageOf(props);
  // Set by Grafana when it starts; other hosts may leave it out.
  if (PanelDataErrorView as typeof PanelDataErrorView | undefined) {
    return <PanelDataErrorView {...props} message={message} />;
  }
  return <EmptyState variant="not-found" message={message} hideImage />;
}

function messageOf({ data, fieldConfig, message }: Props): string {
  switch (data.state) {
    case LoadingState.NotStarted:
    case LoadingState.Loading:
      return 'Loading';
    case LoadingState.Error:
      return data.errors?.[0]?.message ?? message;
    default:
      // What whoever made the dashboard says about an empty panel.
      return (data.series.length === 0 && fieldConfig.defaults.noValue) || message;
  }
}
