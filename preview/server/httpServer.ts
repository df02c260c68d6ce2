import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { callResource, checkHealth, queryData, type Answer } from './dataSourceApi';
import { bootData, dataSourceSettings, type BundledDashboard } from './bootData';
import type { DataSource, DataSources } from './DataSources';
import { missingIcon } from './missingIcon';
import type { PluginManifest } from './PluginManifest';
import type { Log } from './PluginProcess';

export interface Site {
  readonly manifests: readonly PluginManifest[];
  readonly dataSources: DataSources;
  readonly dashboards: readonly BundledDashboard[];
  /** URL prefixes to the folders, whole URLs to the files behind them. */
  readonly folders: Readonly<Record<string, string>>;
  readonly page: string;
  readonly log: Log;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const ICONS = '/public/build/img/icons/';
const OWN_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** The part of Grafana's HTTP interface that the bundle's front end uses, and the page itself for every other path. */
export function createHttpServer(site: Site): http.Server {
  return http.createServer((request, response) => {
    answer(site, request)
      .catch((error: Error): Answer => {
        site.log('error', `${request.method} ${request.url}: ${error.message}`);
        return { status: 500, body: { message: error.message } };
      })
      .then(({ status, body, headers }) => {
        const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
        response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-cache', ...headers });
        response.end(bytes);
      });
  });
}

async function answer(site: Site, request: http.IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://preview');
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (!OWN_NAMES.includes(host)) {
    return notFound(`The preview answers only on ${OWN_NAMES[0]}.`, 403);
  }
  if (url.pathname.startsWith('/public/')) {
    return serveFile(site, decodeURIComponent(url.pathname));
  }
  if (url.pathname.startsWith('/api/')) {
    return answerApi(site, request, url);
  }
  return servePage(site, request, url);
}

async function answerApi(site: Site, request: http.IncomingMessage, url: URL): Promise<Answer> {
  const method = request.method ?? 'GET';
  const body = await readBody(request);
  const [, kind, ...rest] = url.pathname.split('/').slice(1);
  if (url.pathname === '/api/ds/query') {
    return queryData(site.dataSources, JSON.parse(body.toString()));
  }
  if (kind === 'dashboards' && rest[0] === 'uid') {
    const dashboard = site.dashboards.find(({ uid }) => uid === rest[1]);
    return dashboard
      ? { status: 200, body: { dashboard: JSON.parse(fs.readFileSync(dashboard.file, 'utf8')), meta: {} } }
      : notFound(`There is no dashboard "${rest[1]}".`);
  }
  if (kind === 'datasources' && rest[0] === 'uid') {
    const dataSource = site.dataSources.byUid(decodeURIComponent(rest[1]));
    if (!dataSource) {
      return notFound(`There is no data source "${rest[1]}".`);
    }
    if (rest[2] === 'health') {
      return checkHealth(dataSource);
    }
    if (rest[2] === 'resources') {
      const resource = { path: rest.slice(3).join('/'), search: url.search, headers: request.headers };
      return callResource(dataSource, { ...resource, method, body });
    }
    return method === 'PUT' ? keepSettings(dataSource, body) : { status: 200, body: dataSourceSettings(dataSource) };
  }
  return notFound(`The preview does not have ${method} ${url.pathname}.`);
}

/** What is saved on the configuration page lives as long as the preview; the provisioned file stays as it is. */
function keepSettings(dataSource: DataSource, body: Buffer): Answer {
  const { name, url, jsonData, secureJsonData } = JSON.parse(body.toString());
  const secrets = { ...dataSource.settings.secureJsonData, ...secureJsonData };
  dataSource.settings = { ...dataSource.settings, name, url, jsonData, secureJsonData: secrets };
  dataSource.updated = Date.now();
  return { status: 200, body: { message: 'Datasource updated', datasource: dataSourceSettings(dataSource) } };
}

function serveFile({ folders }: Site, pathname: string): Answer {
  const prefix = Object.keys(folders).find((candidate) => pathname.startsWith(candidate));
  const folder = prefix && path.resolve(folders[prefix]);
  const file = folder && path.join(folder, pathname.slice(prefix.length));
  const below = file === folder || file?.startsWith(folder + path.sep);
  if (!file || !below || !fs.statSync(file, { throwIfNoEntry: false })?.isFile()) {
    return pathname.startsWith(ICONS)
      ? {
          status: 200,
          body: Buffer.from(missingIcon(path.basename(pathname, '.svg'))),
          headers: { 'content-type': TYPES['.svg'] },
        }
      : notFound(`There is no ${pathname}.`);
  }
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  return { status: 200, body: fs.readFileSync(file), headers: { 'content-type': type } };
}

/** The theme of the last `?theme=` stays, in a cookie: Grafana's libraries read it once, when they are loaded. */
function servePage(
  { manifests, dataSources, dashboards, page }: Site,
  request: http.IncomingMessage,
  url: URL
): Answer {
  const kept = /(?:^|; )theme=(dark|light)/.exec(request.headers.cookie ?? '')?.[1];
  const theme = (url.searchParams.get('theme') ?? kept) === 'light' ? 'light' : 'dark';
  const boot = JSON.stringify(bootData(manifests, dataSources.all, dashboards, theme)).replaceAll('<', '\\u003c');
  return {
    status: 200,
    body: Buffer.from(page.replaceAll('%THEME%', theme).replace('%BOOT_DATA%', () => boot)),
    headers: { 'content-type': TYPES['.html'], 'set-cookie': `theme=${theme}; Path=/; SameSite=Strict` },
  };
}

function notFound(message: string, status = 404): Answer {
  return { status, body: { message } };
}

async function readBody(request: http.IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part);
  }
  return Buffer.concat(parts);
}
