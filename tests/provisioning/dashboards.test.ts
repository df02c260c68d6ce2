import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { DASHBOARDS } from '../../src/app/places';
import { interpolateQuery } from '../../src/datasource/interpolateQuery';
import { isAsked } from '../../src/datasource/isAsked';
import { withKeysOfStore } from '../../src/datasource/keysOfStore';
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
        const stored = withKeysOfStore(target as ModelwatchQuery, () => 'file');
        parseQuery(withoutHostKeys(interpolateQuery(stored, variablesOf(content))));
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

/** Of a variable's query, where it says at which time its dashboard opens. */
function isOpening(query: unknown): query is { opening: unknown } {
  return typeof query === 'object' && query !== null && 'opening' in query;
}

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

  it('is told where it opens, so that it can leave that time for other data', () => {
    const { time, templating } = content;
    const told = templating.list.flatMap(({ query }) => (isOpening(query) ? [query.opening] : []));
    const written = (name: string) => templating.list.find((variable) => variable.name === name)?.query;
    const isRelative = time.from.startsWith('now');
    const opening = { ...time, baselineFrom: written('baseline_from'), baselineTo: written('baseline_to') };
    expect(told).toEqual(isRelative ? [] : [opening]);
  });

  /** What is sent to a store of a type: as DataSource fills it. */
  function askedOf(type: string, given: Record<string, string[]>) {
    const replace = variablesOf(content, given);
    return queries
      .map((query) => withKeysOfStore(query as ModelwatchQuery, () => type))
      .map((stored) => ({ stored, filled: interpolateQuery(stored, replace) }))
      .filter(({ stored, filled }) => isAsked(stored, filled, type === 'prometheus'))
      .map(({ filled }) => parseQuery(withoutHostKeys(filled)));
  }

  it.each<{ store: string; type: string; given: Record<string, string[]>; place: object }>([
    {
      store: 'a file',
      type: 'file',
      given: { connection: ['own'], source: ['log.csv'], versions_source: ['log.csv'] },
      place: { path: 'log.csv' },
    },
    {
      store: 'an index without versions and labels',
      type: 'elasticsearch',
      given: { source: ['log-*'], versions_source: ['log-*'], version: [''], label: [''] },
      place: { index: 'log-*' },
    },
  ])('asks $store as it is told', ({ type, given, place }) => {
    const asked = askedOf(type, given);
    expect(asked.length).toBeGreaterThan(0);
    for (const { current } of asked) {
      expect(current).toMatchObject(place);
    }
  });

  /** What variables are over a Prometheus that has counters and histograms of one model, and no log. */
  const OF_METRICS = {
    ...{ connection: ['own'], calls: ['calls_total'], version: ['version'], features: ['latency_seconds'] },
    ...{ prediction: ['class'], class: ['late'], classes: ['late', 'on_time'], feature: ['latency_seconds'] },
    ...{ label: [''], time_field: [''], score: [''], confidence: [''], arrival: [''] },
  };

  it.each(['model="delay"', ''])('asks nothing of rows of a Prometheus alone, matchers %p', (source) => {
    const asked = askedOf('prometheus', { ...OF_METRICS, source: [source] });
    expect(asked.length).toBeGreaterThan(0);
    // Every dashboard of anybody's data but the explorer, which counts nothing.
    expect(asked.some(({ kind }) => kind === 'volume')).toBe(content.uid !== 'modelwatch-drift-explorer');
    const measures = asked.flatMap((query) => (query.kind === 'volume' ? query.measures : []));
    expect(measures.filter(({ expr }) => expr === undefined)).toEqual([]);
    expect(asked.filter((query) => query.kind === 'volume' && query.current.matchers !== undefined)).toEqual([]);
    const exprs = measures.map(({ expr }) => expr);
    if (content.uid === 'modelwatch-model-overview' || content.uid === 'modelwatch-prediction-checks') {
      expect(exprs).toContain(`sum(increase(calls_total{${source}}[$__window]))`);
      expect(exprs).toContain(`sum(increase(calls_total{class="late",${source}}[$__window]))`);
    }
    const versions = asked.flatMap((query) => (query.kind === 'versions' ? [query.feature] : []));
    expect(versions.filter(({ metric, label }) => metric !== 'calls_total' || label !== 'version')).toEqual([]);
  });

  it('asks for no volume and no versions where no counter counts the calls', () => {
    const asked = askedOf('prometheus', { ...OF_METRICS, source: [''], calls: [''] });
    expect(asked.filter(({ kind }) => kind === 'volume' || kind === 'versions')).toEqual([]);
  });
});
