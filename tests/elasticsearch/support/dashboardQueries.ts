import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { interpolateQuery } from '../../../src/datasource/interpolateQuery';
import { withKeysOfStore } from '../../../src/datasource/keysOfStore';
import type { QueryDraft } from '../../../src/datasource/ModelwatchQuery';
import { withoutHostKeys } from '../../../src/query/withoutHostKeys';
import type { TimeRange } from '../../../src/query/time';
import { variablesOf } from '../../fixtures/dashboards/variablesOf';
import { FEBRUARY, JULY } from './flights';

const DASHBOARDS = path.resolve(__dirname, '../../../src/app/dashboards');
const DAY = 86_400_000;
/** Enough to have several windows of each length, and no more: every query is answered twice. */
const SHOWN: Readonly<Record<string, number>> = { '1h': DAY, '1d': 2 * DAY };

export interface DashboardQuery {
  /** Dashboard, panel and letter. */
  readonly name: string;
  readonly range: TimeRange;
  /** Each selection with the keys of a connection in place of its own. */
  readonly at: (place: Readonly<Record<string, string>>) => unknown;
}

interface Query {
  readonly [key: string]: unknown;
  readonly kind?: string;
  readonly refId?: string;
  readonly window?: string;
  readonly current: Record<string, unknown>;
  readonly baseline?: Record<string, unknown>;
}
interface Panel {
  readonly title?: string;
  readonly targets?: readonly Query[];
  readonly panels?: readonly Panel[];
}
interface Dashboard {
  readonly title: string;
  readonly timezone?: string;
  readonly panels: readonly Panel[];
  readonly annotations: { readonly list: ReadonlyArray<{ readonly name: string; readonly target?: Query }> };
  readonly templating: { readonly list: ReadonlyArray<{ name: string; current?: { value?: unknown } }> };
}

/** The queries to Modelwatch of all bundled dashboards, each question once, over the flights that the tests index. */
export function dashboardQueries(): DashboardQuery[] {
  const found = new Map<string, DashboardQuery>();
  for (const file of globSync('*.json', { cwd: DASHBOARDS }).sort()) {
    const dashboard = JSON.parse(fs.readFileSync(path.join(DASHBOARDS, file), 'utf8')) as Dashboard;
    const replace = variablesOf(dashboard);
    const annotations = dashboard.annotations.list.map(({ name, target }) => ({
      title: name,
      targets: [target ?? {}],
    }));
    for (const { title, targets = [] } of [...panelsOf(dashboard.panels), ...annotations]) {
      const stored = targets.map((target) => withKeysOfStore(target as QueryDraft, () => 'file'));
      for (const query of interpolateQuery(stored, replace) as Query[]) {
        const key = JSON.stringify({ ...query, refId: '', format: '' });
        if (query.kind !== undefined && !found.has(key)) {
          const name =
            `${dashboard.title}: ${interpolateQuery({ name: title ?? '' }, replace).name} ${query.refId ?? ''}`.trim();
          found.set(key, { name, range: rangeOf(query), at: (place) => placed(query, place) });
        }
      }
    }
  }
  return [...found.values()];
}

function panelsOf(panels: readonly Panel[]): Panel[] {
  return panels.flatMap((panel) => [panel, ...panelsOf(panel.panels ?? [])]);
}

function rangeOf({ window = 'range' }: Query): TimeRange {
  return { from: JULY.to - (SHOWN[window] ?? 14 * DAY), to: JULY.to };
}

function placed(query: Query, place: Readonly<Record<string, string>>): unknown {
  const elsewhere = (selection: Record<string, unknown>) => {
    const { path: file, connection, index, matchers, ...rest } = selection;
    return file === undefined && connection === undefined ? rest : { ...rest, ...place };
  };
  const { baseline } = query;
  const before =
    baseline?.from === undefined
      ? baseline
      : { ...baseline, from: new Date(FEBRUARY.from).toISOString(), to: new Date(FEBRUARY.to).toISOString() };
  return withoutHostKeys({
    ...query,
    current: elsewhere(query.current),
    ...(before && { baseline: elsewhere(before) }),
  });
}
