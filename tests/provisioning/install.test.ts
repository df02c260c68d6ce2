import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { parse } from 'yaml';
import { connectionsSchema } from '../../src/evaluate/connections';
import { parseQuery } from '../../src/query/parseQuery';

const ROOT = path.resolve(__dirname, '../..');
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');

/** The ids of all plugins of the bundle: Grafana checks each by itself. */
const ids = globSync(['plugin.json', 'src/*/**/plugin.json'], { cwd: ROOT }).map(
  (file) => (JSON.parse(read(file)) as { id: string }).id
);

/** What a text allows: each list of ids after the setting's name, in whatever spelling. */
const allowedIn = (text: string) =>
  [...text.matchAll(/allow_loading_unsigned_plugins\s*[:=]\s*['"]?([\w,-]+)/gi)].map(([, list]) => list.split(','));

/** Of panels that are planned: a list without them would break the upgrade that brings them. */
const planned = ['modelwatch-causes-panel', 'modelwatch-evidence-panel', 'modelwatch-provenance-panel'];

it.each(['README.md', 'docs/install.md', 'docker-compose.yaml', 'deploy/helm-values.yaml'])(
  '%s allows every plugin, and those that are planned',
  (file) => {
    const lists = allowedIn(read(file));
    expect(ids).toHaveLength(new Set(ids).size);
    expect(lists.length).toBeGreaterThan(0);
    lists.forEach((list) => expect(list).toEqual(expect.arrayContaining([...ids, ...planned])));
  }
);

it.each(['docs/install.md', 'docs/alerting.md'])('%s links to what is there', (file) => {
  const links = [...read(file).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target]) => target);
  expect(links.length).toBeGreaterThan(0);
  links.forEach((target) => expect([target, fs.existsSync(path.join(ROOT, 'docs', target))]).toEqual([target, true]));
});

it('the page of the plugin in Grafana has no links that lead nowhere there', () => {
  expect(read('src/README.md')).not.toMatch(/\]\((?!https:)/);
});

it('the commands of docs/install.md are those of package.json', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...read('docs/install.md').matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(0);
  named.forEach((name) => expect(Object.keys(scripts)).toContain(name));
});

it('docker compose mounts every alerting file, and the policies beside them', () => {
  const { services } = parse(read('docker-compose.yaml')) as { services: { grafana: { volumes: string[] } } };
  const mounted = services.grafana.volumes
    .filter((volume) => volume.includes(':/etc/grafana/provisioning/alerting/'))
    .map((volume) => volume.split(':')[0].replace('./', ''));
  expect(mounted.sort()).toEqual(globSync('provisioning/{alerting,alerting-policies}/*.yaml', { cwd: ROOT }).sort());
});

it('the Helm values provision a data source whose connections Modelwatch takes', () => {
  const values = parse(read('deploy/helm-values.yaml')) as {
    datasources: Record<
      string,
      { datasources: Array<{ type: string; jsonData: { defaultConnection: string; connections: object } }> }
    >;
  };
  const [{ type, jsonData }] = values.datasources['modelwatch.yaml'].datasources;
  expect(ids).toContain(type);
  expect(Object.keys(connectionsSchema.parse(jsonData.connections))).toContain(jsonData.defaultConnection);
});

it('the values for Helm name each volume once: the chart makes one of each mount', () => {
  interface Named {
    name: string;
  }
  const values = parse(read('deploy/helm-values.yaml')) as {
    extraVolumeMounts: Named[];
    extraContainerVolumes?: Named[];
    extraInitContainers: Array<{ volumeMounts: Named[] }>;
  };
  const volumes = [...values.extraVolumeMounts, ...(values.extraContainerVolumes ?? [])].map(({ name }) => name);
  expect(volumes).toEqual([...new Set(volumes)]);
  const used = values.extraInitContainers.flatMap(({ volumeMounts }) => volumeMounts.map(({ name }) => name));
  expect(volumes).toEqual(expect.arrayContaining(used));
});

it('the queries of docs/alerting.md are valid, and such as a rule may ask', () => {
  const blocks = [...read('docs/alerting.md').matchAll(/```json\n([^`]+)```/g)].map(
    ([, text]) => JSON.parse(text) as Record<string, unknown>
  );
  // What Grafana sends to a webhook is no query.
  const queries = blocks.filter(({ receiver }) => receiver === undefined);
  expect(queries.length).toBeGreaterThan(3);
  queries.forEach((query) => expect(parseQuery(query)).toMatchObject({ format: 'alert' }));
});
