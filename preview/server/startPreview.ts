import { once } from 'node:events';
import fs from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { readDashboards } from './bootData';
import { DataSources } from './DataSources';
import { createHttpServer } from './httpServer';
import { readManifests } from './PluginManifest';
import type { Log } from './PluginProcess';
import { readDataSources } from './provisioning';

export interface PreviewOptions {
  /** The project's folder. */
  readonly root: string;
  /** Where the page's own bundle lies. */
  readonly host: string;
  readonly dist: string;
  readonly provisioning: string;
  readonly port: number;
  readonly log: Log;
}

export interface Preview {
  readonly url: string;
  /** Process ids of the back ends. */
  pids(): number[];
  stop(): Promise<void>;
}

/** What @grafana/ui's styles call the font. */
const ROBOTO_MONO = '/public/fonts/roboto/L0xTDF4xlVMF-BfR8bXMIhJHg45mwgGEFl0_3vrtSM1J-gEPT5Ese6hmHSh0mQ.woff2';
const PORTS_TRIED = 20;

/** Starts the back ends and the page, on the first free port from `port` on. */
export async function startPreview({ root, host, dist, provisioning, port, log }: PreviewOptions): Promise<Preview> {
  const manifests = readManifests(dist);
  const dataSources = new DataSources(readDataSources(provisioning), manifests, log);
  const modules = path.join(root, 'node_modules');
  const folders = {
    ...Object.fromEntries(manifests.map(({ id, folder }) => [`/public/plugins/${id}/`, folder])),
    '/public/build/img/': path.join(modules, '@grafana/ui/dist/public/img'),
    '/public/build/': host,
    '/public/fonts/inter/': path.join(modules, 'inter-ui/web'),
    [ROBOTO_MONO]: path.join(modules, '@fontsource/roboto-mono/files/roboto-mono-latin-400-normal.woff2'),
  };
  const page = fs.readFileSync(path.join(root, 'preview/index.html'), 'utf8');
  const server = createHttpServer({
    manifests,
    dataSources,
    dashboards: readDashboards(manifests),
    folders,
    page,
    log,
  });
  try {
    await dataSources.ready();
    await listen(server, port);
  } catch (error) {
    await dataSources.stop();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pids: () => dataSources.all.flatMap(({ process }) => process.pid ?? []),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await dataSources.stop();
    },
  };
}

async function listen(server: Server, first: number): Promise<void> {
  for (let port = first; ; port++) {
    try {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= first + PORTS_TRIED) {
        throw error;
      }
    }
  }
}
