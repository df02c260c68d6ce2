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
  summary: '{{ $labels.feature }} drifted',
  next: "Look at the feature's distribution. If its source changed, mend the source. If the world changed, check the model's quality and retrain it.",
  above: 1.5,
  lasts: '2m',
};

const WORDS: Readonly<Record<string, RuleWords>> = {
  drift: DRIFT,
  quality: {
    action: 'Alert on these checks',
    name: 'Data quality',
    summary: '{{ $labels.feature }} is broken',
    next: '{{ with $values.details }}{{ with .Labels.next_step }}{{ . }}{{ else }}Look at the feature there.{{ end }}{{ end }}',
    above: 1.5,
    lasts: '2m',
  },
  volume: {
    action: 'Alert on this deviation',
    name: 'Deviation',
    summary: '{{ $labels.feature }} deviates from what is usual',
    next: 'Look whether the callers still call, the model serves, and the log arrives whole.',
    above: 1.5,
    lasts: '0s',
  },
  versions: {
    action: 'Alert on changes of version',
    name: 'Model version',
    summary: 'The version of the model changed',
    next: 'If nobody released or rolled back a version, ask who did.',
    above: 0.5,
    lasts: '0s',
  },
};

/** A kind without words of its own is asked as drift. */
export function ruleWords(kind: string | undefined): RuleWords {
  return WORDS[kind ?? 'drift'] ?? DRIFT;
}
