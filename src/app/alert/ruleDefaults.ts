import { isDuration, parseDuration } from '../../query/duration';
import { alertDraft, type StoredQuery } from './alertDraft';
import { asSequential, type DriftDraft } from './asSequential';
import { ruleWords } from './ruleWords';

const EXPRESSION = '__expr__';
const HOUR_S = 3_600;
/** Windows that one evaluation looks at: one of two is complete, and a takeover shows only beside what was before. */
const WINDOWS: Readonly<Record<string, number>> = { versions: 48 };
const FEW_WINDOWS = 2;
const PROMISE =
  'At most one false alarm in 90 days on average, all features together. Before you keep the rule, replay it: query format "audit", or modelwatch audit.';

/** From where a rule is made. */
export interface RuleOrigin {
  /** Variables are filled in: a rule has none. */
  readonly query: object;
  readonly dataSource: { readonly uid: string; readonly type: string };
  /** Left out in Explore. */
  readonly panel?: { readonly id: number; readonly dashboard: string };
  readonly title?: string;
  /** How much time is shown, in milliseconds. */
  readonly shown: number;
  readonly folder?: { readonly uid: string; readonly title: string };
}

interface KeyValue {
  readonly key: string;
  readonly value: string;
}

/** What the form of a new rule begins with: Grafana takes it as JSON in `/alerting/new?defaults=…`. */
export interface RuleDefaults {
  readonly name: string;
  readonly folder?: { readonly uid: string; readonly title: string };
  readonly queries: readonly object[];
  readonly condition: string;
  readonly noDataState: 'KeepLast';
  readonly execErrState: 'KeepLast';
  readonly evaluateFor: string;
  readonly labels: readonly KeyValue[];
  readonly annotations: readonly KeyValue[];
}

/**
 * A rule that asks what a panel asks, as docs/alerting.md has it (a drift query with a promised rate of false alarms): the severity, the same question once more for the words,
 * and a threshold between warning and drift. Only a verdict ends an alert, so no data and errors keep the last state.
 */
export function ruleDefaults({ query, dataSource, panel, title, shown, folder }: RuleOrigin): RuleDefaults {
  const asked = asSequential(alertDraft(query), shown);
  const isSequential = (asked as DriftDraft).decision?.significance === 'sequential';
  const words = ruleWords(asked.kind);
  const range = { from: seconds(asked, shown), to: 0 };
  const ask = (refId: string, keys: object) => ({
    refId,
    queryType: '',
    datasourceUid: dataSource.uid,
    relativeTimeRange: range,
    model: { ...asked, ...keys, refId, datasource: { uid: dataSource.uid, type: dataSource.type } },
  });
  return {
    name: title || words.name,
    ...(folder && { folder }),
    queries: [ask('verdict', {}), ask('details', { alertValue: 'details' }), threshold('verdict', words.above)],
    condition: 'fires',
    noDataState: 'KeepLast',
    execErrState: 'KeepLast',
    // The promise counts every look: waiting would only delay the alarm.
    evaluateFor: isSequential ? '0s' : words.lasts,
    labels: [{ key: 'severity', value: 'warning' }, ...modelOf(asked)],
    annotations: [...annotationsOf(words, panel), ...(isSequential ? [{ key: 'false_alarms', value: PROMISE }] : [])],
  };
}

/** Of a window of its own, a few; else as much as the panel shows, up to now. */
function seconds({ kind, window = 'range', delay }: StoredQuery, shown: number): number {
  if (!isDuration(window)) {
    return Math.max(HOUR_S, Math.round(shown / 1000));
  }
  const later = delay !== undefined && isDuration(delay) ? parseDuration(delay) : 0;
  return Math.ceil(((WINDOWS[kind ?? 'drift'] ?? FEW_WINDOWS) * parseDuration(window) + later) / 1000);
}

function threshold(expression: string, above: number): object {
  const refId = 'fires';
  return {
    refId,
    queryType: '',
    datasourceUid: EXPRESSION,
    model: {
      refId,
      type: 'threshold',
      datasource: { uid: EXPRESSION, type: EXPRESSION },
      expression,
      conditions: [
        {
          type: 'query',
          evaluator: { type: 'gt', params: [above] },
          operator: { type: 'and' },
          query: { params: [refId] },
          reducer: { type: 'last', params: [] },
        },
      ],
    },
  };
}

/** The model, where the selection names one. */
function modelOf({ current }: StoredQuery): KeyValue[] {
  const text = `${current?.query ?? ''} ${current?.matchers ?? ''}`;
  const [, value] = /\bmodel(?:_name|_id)?\s*[:=]\s*"?([\w.-]+)/.exec(text) ?? [];
  return value === undefined ? [] : [{ key: 'model', value }];
}

function annotationsOf({ summary, next }: { summary: string; next: string }, panel: RuleOrigin['panel']): KeyValue[] {
  const when = '{{ with $values.details }}&from={{ .Labels.from }}&to={{ .Labels.to }}{{ end }}';
  const where = panel
    ? `{{ externalURL }}d/${panel.dashboard}?viewPanel=panel-${panel.id}${when}`
    : '{{ externalURL }}a/modelwatch-app';
  return [
    { key: 'summary', value: summary },
    {
      key: 'what',
      value:
        '{{ with $values.details }}{{ .Labels.reason }}{{ with .Labels.baseline }} Compared with {{ . }}.{{ end }}{{ end }}',
    },
    { key: 'where', value: where },
    { key: 'do', value: next },
    ...(panel
      ? [
          { key: '__dashboardUid__', value: panel.dashboard },
          { key: '__panelId__', value: String(panel.id) },
        ]
      : []),
  ];
}
