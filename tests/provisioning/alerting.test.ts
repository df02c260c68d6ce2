import { parseQuery } from '../../src/query/parseQuery';
import { withoutHostKeys } from '../../src/query/withoutHostKeys';
import { ALERT_DETAILS } from '../../src/frames/alert/AlertRow';
import { dashboardPanels, provisioned, textOf } from './provisioned';
import { alertingSchema, DEFAULT_RECEIVERS, type AlertRule } from './alertingSchema';

const parse = (folder: string) =>
  provisioned(folder).map(({ name, content }) => ({ name, ...alertingSchema.parse(content) }));
const files = [...parse('alerting'), ...parse('alerting-service'), ...parse('alerting-pipeline')];
const policyFiles = parse('alerting-policies');
const groups = files.flatMap(({ groups: own }) => own);
const rules = groups.flatMap(({ rules: own }) => own);
const dataSources = new Set(provisioned('datasources').flatMap(({ content }) => uidsOf(content)));

function uidsOf(content: unknown): string[] {
  return (content as { datasources: Array<{ uid: string }> }).datasources.map(({ uid }) => uid);
}

function own({ data }: AlertRule) {
  return data.filter(({ datasourceUid }) => datasourceUid !== '__expr__');
}

/** The query of Modelwatch that an expression, or one of its own, works on. */
function behind(rule: AlertRule, refId: string): Record<string, unknown> {
  const { datasourceUid, model } = rule.data.find((query) => query.refId === refId)!;
  if (datasourceUid !== '__expr__') {
    return model;
  }
  const { type, expression, conditions } = model as {
    type: string;
    expression?: string;
    conditions?: Array<{ query: { params: [string] } }>;
  };
  const [, named] =
    type === 'classic_conditions' ? [null, conditions![0].query.params[0]] : /(\w+)\W*$/.exec(expression!)!;
  return behind(rule, named);
}

it('has rules, who is told, in which words, and when not', () => {
  expect(rules.length).toBeGreaterThanOrEqual(4);
  expect(
    files.flatMap(({ contactPoints }) => contactPoints.flatMap(({ receivers }) => receivers)).map(({ type }) => type)
  ).toEqual(expect.arrayContaining(['email', 'webhook']));
  expect(files.some(({ templates }) => templates.length > 0)).toBe(true);
  expect(policyFiles.some(({ muteTimes }) => muteTimes.length > 0)).toBe(true);
});

it('has a contact point that starts a pipeline, told what to do by the rules', () => {
  const [pipeline] = parse('alerting-pipeline').flatMap(({ contactPoints }) => contactPoints);
  expect(pipeline.receivers).toEqual([expect.objectContaining({ type: 'webhook', uid: 'modelwatch-pipeline' })]);
  const acting = rules.filter(({ annotations }) => annotations.action !== undefined);
  expect(acting.map(({ uid }) => uid).sort()).toEqual([
    ...['modelwatch-demo-canary', 'modelwatch-demo-objective', 'modelwatch-demo-performance'],
  ]);
});

it('names nothing that is not there, and nothing twice', () => {
  for (const names of [rules.map(({ uid }) => uid), rules.map(({ title }) => title), groups.map(({ name }) => name)]) {
    expect(new Set(names).size).toBe(names.length);
  }
  const text = files.flatMap(({ templates }) => templates.map(({ template }) => template)).join('\n');
  const defined = new Set([...text.matchAll(/define "([^"]+)"/g)].map(([, name]) => name));
  const used = [
    ...(text + JSON.stringify([...files, ...policyFiles]).replaceAll('\\"', '"')).matchAll(/template "([^"]+)"/g),
  ].map(([, name]) => name);
  expect(used.length).toBeGreaterThan(0);
  used.forEach((name) => expect(defined).toContain(name));
});

it('replaces no policies of a Grafana that is in use: only a file in a folder of its own has any, and says so', () => {
  expect(files.filter(({ policies }) => policies.length > 0)).toEqual([]);
  expect(policyFiles.length).toBeGreaterThan(0);
  policyFiles.forEach(({ name, policies }) => {
    expect(policies.length).toBeGreaterThan(0);
    expect(textOf(name)).toMatch(/^# THIS FILE REPLACES ALL NOTIFICATION POLICIES/);
  });
});

it.each(Object.entries(DEFAULT_RECEIVERS))(
  'starts Grafana %s: policies name what their own file has',
  (_, standard) => {
    for (const { policies, contactPoints, muteTimes } of [...policyFiles, ...files]) {
      const named = policies.flatMap((policy) => [policy, ...policy.routes]);
      const receivers = contactPoints.map(({ name }) => name);
      named.forEach(({ receiver, mute_time_intervals: muted = [] }) => {
        expect(receiver).not.toBe(standard);
        expect(receivers).toContain(receiver);
        muted.forEach((name) => expect(muteTimes.map((time) => time.name)).toContain(name));
      });
    }
  }
);

it('can be provisioned together: no contact point, integration or mute timing stands in two files', () => {
  const all = [...files, ...policyFiles];
  const points = all.flatMap(({ contactPoints }) => contactPoints);
  for (const names of [
    points.map(({ name }) => name),
    points.flatMap(({ receivers }) => receivers.map(({ uid }) => uid)),
    all.flatMap(({ muteTimes }) => muteTimes.map(({ name }) => name)),
    all.flatMap(({ templates }) => templates.map(({ name }) => name)),
  ]) {
    expect(new Set(names).size).toBe(names.length);
  }
});

it.each(rules.map((rule) => [rule.uid, rule] as const))('%s asks what Modelwatch answers to a rule', (_, rule) => {
  for (const { refId, datasourceUid, model } of own(rule)) {
    expect(dataSources).toContain(datasourceUid);
    expect(model.refId).toBe(refId);
    const query = parseQuery(withoutHostKeys(model));
    expect(query).toMatchObject({ format: 'alert' });
  }
  expect(new Set(rule.data.map(({ refId }) => refId)).size).toBe(rule.data.length);
});

it.each(rules.map((rule) => [rule.uid, rule] as const))(
  '%s decides on the severity, or records the score',
  (_, rule) => {
    const decisive = behind(rule, rule.record?.from ?? rule.condition!);
    expect(decisive.alertValue ?? 'severity').toBe(rule.record ? 'score' : 'severity');
  }
);

it('records only scores that exist: one that does not would keep Grafana from writing the others', () => {
  const recorded = rules.filter(({ record }) => record);
  expect(recorded.length).toBeGreaterThan(0);
  for (const { data, record } of recorded) {
    const { model } = data.find(({ refId }) => refId === record!.from)!;
    expect(model).toMatchObject({ type: 'reduce', settings: { mode: 'dropNN' } });
  }
});

it.each(rules.filter(({ record }) => !record).map((rule) => [rule.uid, rule] as const))(
  '%s says what to do, where to look, and reads only what its queries answer',
  (_, { annotations, data, labels }) => {
    expect(annotations).toMatchObject({
      summary: expect.any(String),
      where: expect.any(String),
      do: expect.any(String),
    });
    expect(labels).toMatchObject({ model: expect.any(String), severity: expect.any(String) });
    const panels = dashboardPanels().get(annotations.__dashboardUid__);
    expect(panels).toContain(Number(annotations.__panelId__));
    const text = Object.values(annotations).join('\n');
    const refIds = data.map(({ refId }) => refId);
    [...text.matchAll(/\$values\.(\w+)/g)].forEach(([, refId]) => expect(refIds).toContain(refId));
    const details = [...text.matchAll(/(?<!\$labels)\.Labels\.(\w+)/g)].map(([, name]) => name);
    details.forEach((name) => expect(ALERT_DETAILS).toContain(name));
    // A dashboard's address is of one that comes with the bundle, and so is the panel's.
    const links = [...text.matchAll(/externalURL \}\}d\/([\w-]+)(?:.*viewPanel=panel-(\d+))?/g)];
    if (annotations.panel !== undefined) {
      expect(links.some(([, , panel]) => panel !== undefined)).toBe(true);
    }
    links.forEach(([, uid, panel]) => {
      expect([...dashboardPanels().keys()]).toContain(uid);
      if (panel !== undefined) {
        expect(dashboardPanels().get(uid)).toContain(Number(panel));
      }
    });
  }
);

it('keeps what fires while a feature is undecided or its store fails, and tells of both by rules of their own', () => {
  const drift = rules.find(({ uid }) => uid === 'modelwatch-demo-drift')!;
  expect(drift).toMatchObject({ noDataState: 'KeepLast', execErrState: 'KeepLast' });
  expect(rules.some(({ noDataState }) => noDataState === 'Alerting')).toBe(true);
  expect(rules.some(({ execErrState }) => execErrState === 'Alerting')).toBe(true);
});

it('has rules for latency, exceptions and resources, as deviations from last week, over Prometheus alone', () => {
  const service = rules.filter(({ uid }) => uid.startsWith('modelwatch-service-'));
  expect(service.map(({ uid }) => uid.replace('modelwatch-service-', ''))).toEqual([
    'latency',
    'exceptions',
    'resources',
  ]);
  const measures = service.flatMap((rule) => {
    const query = parseQuery(withoutHostKeys(behind(rule, rule.condition!)));
    expect(query).toMatchObject({ kind: 'volume', baseline: { kind: 'previous', offset: '1w' } });
    return query.kind === 'volume' ? query.measures : [];
  });
  expect(measures.map(({ name }) => name)).toEqual(expect.arrayContaining(['CPU', 'GPU', 'Memory', 'Exceptions']));
  measures.forEach(({ expr }) => expect(expr).toMatch(/\[\$__window\]/));
});
