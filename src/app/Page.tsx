import React from 'react';
import { PluginPage } from '@grafana/runtime';

interface Props {
  subTitle: string;
  children: React.ReactNode;
}

/** Grafana's page with its navigation, where the host has one. */
export function Page({ subTitle, children }: Props) {
  // Set by Grafana when it starts; other hosts may leave it out.
  if (PluginPage as typeof PluginPage | undefined) {
    return <PluginPage pageNav={{ text: 'Modelwatch', subTitle }}>{children}</PluginPage>;
  }
  return (
    <>
      <h1>Modelwatch</h1>
      <p>{subTitle}</p>
      {children}
    </>
  );
}
