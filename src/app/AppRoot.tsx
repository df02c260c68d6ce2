import React from 'react';
import { locationService } from '@grafana/runtime';
import { DocsPage } from './docs/DocsPage';
import { DOCS } from './places';
import { StartPage } from './StartPage';

/** The app's pages: the start page, and the documentation below it. Grafana draws it anew for each address. */
export function AppRoot() {
  const [, name] = locationService.getLocation().pathname.split(DOCS);
  return name === undefined ? <StartPage /> : <DocsPage name={name.replaceAll('/', '')} />;
}
