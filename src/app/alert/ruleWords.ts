/** What a rule that is made from a panel says and decides, by the kind of its query. */
export interface RuleWords {
  /** Of the action in the panel's menu. */
  readonly action: string;
  readonly name: string;
  readonly summary: string;
  readonly next: string;
  /** Severities: 2 is drift, broken or off, 1 a warning or a change of version. */
  readonly above: number;
  /** How long it must hold: three looks a minute apart. docs/alerting.md says why longer is better. */
  readonly lasts: string;
}

const DRIFT: RuleWords = {
  action: 'Alert on this drift',
  name: 'Drift',
  summary: '{{ $labels.feature }} has drifted',
  next: "Open the dashboard and check the feature's distribution. If its source changed, fix the source. If the world changed, check the model's quality and consider retraining.",
  above: 1.5,
  lasts: '2m',
};

const WORDS: Readonly<Record<string, RuleWords>> = {
  drift: DRIFT,
  quality: {
    action: 'Alert on these checks',
    name: 'Data quality',
    summary: '{{ $labels.feature }} contains invalid data',
    next: '{{ with $values.details }}{{ with .Labels.next_step }}{{ . }}{{ else }}Look at the feature there.{{ end }}{{ end }}',
    above: 1.5,
    lasts: '2m',
  },
  volume: {
    action: 'Alert on this deviation',
    name: 'Deviation',
    summary: '{{ $labels.feature }} is outside the expected range',
    next: 'Check the callers, the service, and the ingestion of logs.',
    above: 1.5,
    lasts: '0s',
  },
  explain: {
    action: 'Alert on this drift, with its cause',
    name: 'Drift',
    summary: DRIFT.summary,
    next: '{{ with $values.details }}{{ with .Labels.next_step }}{{ . }}{{ else }}Look at the feature there.{{ end }}{{ end }}',
    above: 1.5,
    lasts: '2m',
  },
  change: {
    action: 'Alert on changes',
    name: 'Change',
    summary: 'The level of {{ $labels.feature }} changed',
    next: 'Look for a release, a new data source, or an outage at that time.',
    above: 1.5,
    lasts: '0s',
  },
  versions: {
    action: 'Alert on version changes',
    name: 'Model version',
    summary: 'The model version changed',
    next: 'Compare with the deployment log.',
    above: 0.5,
    lasts: '0s',
  },
};

/** A kind without words of its own is asked as drift. */
export function ruleWords(kind: string | undefined): RuleWords {
  return WORDS[kind ?? 'drift'] ?? DRIFT;
}
