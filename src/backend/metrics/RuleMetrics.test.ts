/** @jest-environment node */
import { Registry } from 'prom-client';
import { RuleMetrics } from './RuleMetrics';

const rule = { organization: 1, rule: 'drift-of-x', refId: 'drift' };
const severities = { alarm: 1, warning: 0, normal: 3, undecided: 2 };
const verdicts = { kind: 'drift', queryHash: '0123456789abcdef', severities };

function published() {
  const registry = new Registry();
  const rules = new RuleMetrics(registry);
  return { rules, text: () => registry.metrics() };
}

it('publishes what the last evaluation of a rule decided, and how long it took', async () => {
  const { rules, text } = published();
  rules.record(rule, { succeeded: true, seconds: 5, verdicts: { ...verdicts, queryHash: 'older' } });
  rules.record(rule, { succeeded: true, seconds: 0.25, verdicts });
  const labels = 'org="1",rule="drift-of-x",ref_id="drift",kind="drift",query="0123456789abcdef"';
  expect(await text()).toContain(`modelwatch_rule_last_duration_seconds{${labels}} 0.25`);
  expect(await text()).toContain(`modelwatch_rule_last_success{${labels}} 1`);
  expect(await text()).toContain(`modelwatch_rule_series{${labels},severity="alarm"} 1`);
  expect(await text()).toContain(`modelwatch_rule_series{${labels},severity="normal"} 3`);
  expect(await text()).toContain(`modelwatch_rule_series{${labels},severity="undecided"} 2`);
  expect(await text()).not.toContain('older');
});

it('has no verdicts of an evaluation that failed, and knows which question it was', async () => {
  const { rules, text } = published();
  rules.record(rule, { succeeded: true, seconds: 1, verdicts });
  rules.record(rule, { succeeded: false, seconds: 2 });
  rules.record({ ...rule, rule: 'never-worked' }, { succeeded: false, seconds: 3 });
  expect(await text()).toContain('rule="drift-of-x",ref_id="drift",kind="drift",query="0123456789abcdef"} 0');
  expect(await text()).toContain('rule="never-worked",ref_id="drift",kind="",query=""} 0');
  expect(await text()).not.toContain('modelwatch_rule_series{');
});

it('is bounded, whatever number of rules there is', async () => {
  const { rules, text } = published();
  for (let number = 0; number < 2000; number++) {
    rules.record({ ...rule, rule: `rule-${number}` }, { succeeded: true, seconds: 1, verdicts });
  }
  const lines = (await text()).match(/^modelwatch_rule_last_success\{.*$/gm)!;
  expect(lines).toHaveLength(500);
  expect(lines.filter((line) => /rule-1[5-9]\d\d/.test(line))).toHaveLength(500);
});
