import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { DASHBOARDS } from '../../src/app/places';
import { parseQuery } from '../../src/query/parseQuery';
import { withoutHostKeys } from '../../src/query/withoutHostKeys';
import { type BundledDashboard, type BundledPanel, dashboardSchema } from './dashboardSchema';

const ROOT = path.resolve(__dirname, '../..');
const read = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8'));
const files = globSync('src/app/dashboards/*.json', { cwd: ROOT }).sort();
const dashboards = files.map((file) => ({ file: path.basename(file), content: read(file) as BundledDashboard }));
const { includes } = read('plugin.json') as { includes: Array<{ type: string; name: string; path?: string }> };

/** Grafana's own panels, and ours by their manifests. */
const PANELS = new Set([
  ...['text', 'timeseries', 'table', 'stat', 'logs', 'barchart'],
  ...globSync('src/panels/*/plugin.json', { cwd: ROOT }).map((file) => (read(file) as { id: string }).id),
]);
const UIDS = new Set(dashboards.map(({ content }) => content.uid));

const panelsOf = ({ panels }: BundledDashboard) =>
  panels.flatMap((panel) => ('panels' in panel ? panel.panels : [panel])) as BundledPanel[];

/** The first value of each variable in its place. */
function filled({ templating }: BundledDashboard, value: unknown): unknown {
  const current = new Map(
    templating.list.map((variable) => [
      variable.name,
      variable.current && 'value' in variable.current ? [variable.current.value].flat()[0] : '',
    ])
  );
  return JSON.parse(
    JSON.stringify(value).replace(/\$\{?(\w+)(?::\w+)?\}?/g, (whole, name: string) => current.get(name) ?? whole)
  );
}

it('the bundle lists each dashboard, by its title', () => {
  const listed = includes.filter(({ type }) => type === 'dashboard').map(({ name, path: file }) => [file, name]);
  expect(listed.sort()).toEqual(
    dashboards.map(({ file, content }) => [`app/dashboards/${file}`, content.title]).sort()
  );
});

it('the start page leads to each dashboard, by its title', () => {
  const listed = DASHBOARDS.map(({ uid, title }) => `${uid}: ${title}`);
  expect(listed.sort()).toEqual(dashboards.map(({ content }) => `${content.uid}: ${content.title}`).sort());
});

describe.each(dashboards)('$file', ({ content }) => {
  it('keeps to the schema, each panel and variable with a description', () => {
    expect(dashboardSchema.safeParse(content).error?.issues ?? []).toEqual([]);
  });

  it('has panels that Grafana or the bundle brings, each with an id of its own', () => {
    const panels = panelsOf(content);
    expect(panels.map(({ type }) => type).filter((type) => !PANELS.has(type))).toEqual([]);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });

  it('has no panel on top of another', () => {
    const places = panelsOf(content).map(({ id, gridPos }) => ({ id, ...gridPos }));
    const overlaps = places.flatMap((a) =>
      places
        .filter((b) => b.id > a.id && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h)
        .map((b) => [a.id, b.id])
    );
    expect(overlaps).toEqual([]);
  });

  it('asks questions that Modelwatch understands', () => {
    const targets = [
      ...panelsOf(content).flatMap(({ targets: own = [] }) => own),
      ...content.annotations.list.flatMap(({ target }) => target ?? []),
    ];
    const ours = targets.filter(({ datasource }) => datasource.type === 'modelwatch-datasource');
    const problems = ours.flatMap((target) => {
      try {
        parseQuery(withoutHostKeys(filled(content, target)));
        return [];
      } catch (error) {
        return [`${target.refId}: ${String(error)}`];
      }
    });
    expect(problems).toEqual([]);
    expect(ours.length).toBeGreaterThan(0);
  });

  it('leads only to dashboards that there are, and to variables that they have', () => {
    const text = JSON.stringify(content);
    const links = [...text.matchAll(/\/d\/([\w-]+)(?:\?([^"\\]*))?/g)];
    const wrong = links.flatMap(([link, uid, search = '']) => {
      const target = dashboards.find((one) => one.content.uid === uid)?.content;
      const names = target?.templating.list.map(({ name }) => name) ?? [];
      const asked = [...search.matchAll(/var-(\w+)=/g)].map(([, name]) => name);
      return UIDS.has(uid) && asked.every((name) => names.includes(name)) ? [] : [link];
    });
    expect(wrong).toEqual([]);
  });
});
