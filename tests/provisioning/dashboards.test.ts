import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { DASHBOARDS } from '../../src/app/places';
import { interpolateQuery } from '../../src/datasource/interpolateQuery';
import { isAsked } from '../../src/datasource/isAsked';
import type { ModelwatchQuery } from '../../src/datasource/ModelwatchQuery';
import { parseQuery } from '../../src/query/parseQuery';
import { withoutHostKeys } from '../../src/query/withoutHostKeys';
import { variablesOf } from '../fixtures/dashboards/variablesOf';
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

/** The queries to Modelwatch, of panels and of annotations. */
function queriesOf(dashboard: BundledDashboard) {
  const targets = [
    ...panelsOf(dashboard).flatMap(({ targets: own = [] }) => own),
    ...dashboard.annotations.list.flatMap(({ target }) => target ?? []),
  ];
  return targets.filter(({ datasource }) => datasource.type === 'modelwatch-datasource');
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
    const ours = queriesOf(content);
    const problems = ours.flatMap((target) => {
      try {
        parseQuery(withoutHostKeys(interpolateQuery(target, variablesOf(content))));
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

/** The one that tells the demo's story is bound to the demo. */
const ANYBODYS = dashboards.filter(({ content }) => content.uid !== 'modelwatch-flight-delays');

/** What only the demo's data are called. */
const DEMO_NAMES = /flights|parquet|model_version|probability_late|predicted late|actual|New_York|modelwatch-demo|2013/;

describe.each(ANYBODYS)('$file serves data of anybody', ({ content }) => {
  const queries = queriesOf(content);

  it('names nothing of the demo outside of its variables', () => {
    expect(JSON.stringify(queries)).not.toMatch(DEMO_NAMES);
    expect(JSON.stringify(content.templating.list.map(({ query }) => query))).not.toMatch(/modelwatch-demo/);
    const sources = [...panelsOf(content), ...content.annotations.list].flatMap(
      ({ datasource }) => datasource?.uid ?? []
    );
    expect(sources.filter((uid) => !uid.startsWith('$'))).toEqual([]);
  });

  it('has no variable that nothing uses, and uses none that there is not', () => {
    const names = content.templating.list.map(({ name }) => name);
    const used = [
      ...JSON.stringify([content.panels, content.annotations, content.templating, content.links]).matchAll(
        /\$\{?(\w+)/g
      ),
    ];
    const wanted = new Set(used.map(([, name]) => name).filter((name) => !name.startsWith('__')));
    expect(names.filter((name) => !wanted.has(name))).toEqual([]);
    expect([...wanted].filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each<{ store: string; given: Record<string, string[]> }>([
    { store: 'a file', given: { connection: ['own'], source: ['log.csv'] } },
    { store: 'an index without versions and labels', given: { source: ['log-*'], version: [''], label: [''] } },
  ])('asks $store as it is told', ({ given }) => {
    const replace = variablesOf(content, given);
    const asked = queries
      .map((stored) => ({ stored: stored as ModelwatchQuery, filled: interpolateQuery(stored, replace) }))
      .filter(({ stored, filled }) => isAsked(stored, filled as ModelwatchQuery, false));
    expect(asked.length).toBeGreaterThan(0);
    for (const { filled } of asked) {
      const { current } = parseQuery(withoutHostKeys(filled));
      expect(current).toMatchObject({ path: given.source[0], index: given.source[0] });
    }
  });
});
