import React from 'react';
import { css } from '@emotion/css';
import { Button } from '@grafana/ui';
import { parseRule } from '../../../query/rule/parseRule';
import type { Rule } from '../../../query/rule/rule';
import { describeRuleError, RuleError } from '../../../query/rule/RuleError';
import { t } from '../../text';
import { Disclosure } from '../fields/Disclosure';
import { FieldRow } from '../fields/FieldRow';
import { NumberField } from '../fields/NumberField';
import { TextField } from '../fields/TextField';
import type { SectionProps } from '../SectionProps';

/** What must hold for each row, across columns. */
export function RuleSection({ draft, errors, onChange }: SectionProps) {
  const { rules = [] } = draft;
  const write = (changed: readonly Rule[]) =>
    onChange({ ...draft, rules: changed.length > 0 ? [...changed] : undefined });
  const set = (place: number, change: Partial<Rule>) =>
    write(rules.map((rule, index) => (index === place ? withoutUndefined({ ...rule, ...change }) : rule)));
  return (
    <Disclosure isNested title={t('rules.title', 'Rules across columns')} summary={summary(rules)}>
      {rules.map((rule, place) => (
        <div key={place} role="group" aria-label={t('rules.one', 'Rule {{name}}', { name: rule.name })}>
          <FieldRow>
            <TextField
              id={`rule-${place}-name`}
              label={t('rules.name', 'Rule name')}
              width={20}
              value={rule.name}
              error={errors.get(`rules.${place}.name`) ?? errors.get('rules')}
              onChange={(name) => set(place, { name })}
            />
            <TextField
              id={`rule-${place}-expr`}
              label={t('rules.expr', 'Must hold for each row')}
              width={50}
              tooltip={t(
                'rules.exprTooltip',
                'Columns, values, ==, <, in, is null, and, or, not, implies, and arithmetic.'
              )}
              placeholder={'status == "paid" implies amount > 0'}
              value={rule.expr}
              error={errors.get(`rules.${place}.expr`) ?? problemOf(rule.expr)}
              onChange={(expr) => set(place, { expr })}
            />
            <NumberField
              id={`rule-${place}-tolerate`}
              label={t('rules.tolerate', 'Allowed share')}
              tooltip={t('rules.tolerateTooltip', 'Share of rows that may break the rule. 0.01 = 1%.')}
              defaultValue={0}
              value={rule.tolerate}
              error={errors.get(`rules.${place}.tolerate`)}
              onChange={(tolerate) => set(place, { tolerate })}
            />
            <div className={styles.last}>
              <Button
                variant="secondary"
                icon="trash-alt"
                aria-label={t('rules.remove', 'Remove rule {{name}}', { name: rule.name })}
                onClick={() => write(rules.filter((_, index) => index !== place))}
              />
            </div>
          </FieldRow>
        </div>
      ))}
      <div>
        <Button
          variant="secondary"
          icon="plus"
          onClick={() => write([...rules, { name: unusedName(rules), expr: '' }])}
        >
          {t('rules.add', 'Add a rule')}
        </Button>
      </div>
    </Disclosure>
  );
}

/** What the parser says; a variable is filled before it is read. */
function problemOf(expr: string): string | undefined {
  if (expr === '' || /\$|\[\[/.test(expr)) {
    return undefined;
  }
  try {
    parseRule(expr);
    return undefined;
  } catch (error) {
    if (error instanceof RuleError) {
      return describeRuleError(error, expr);
    }
    throw error;
  }
}

function summary(rules: readonly Rule[]): string {
  return rules.length === 0 ? t('rules.none', 'none') : rules.map(({ name }) => name).join(', ');
}

function unusedName(rules: readonly Rule[]): string {
  const names = new Set(rules.map(({ name }) => name));
  const number = rules.findIndex((_, index) => !names.has(`rule ${index + 1}`));
  return `rule ${number < 0 ? rules.length + 1 : number + 1}`;
}

function withoutUndefined(rule: Rule): Rule {
  const { tolerate, ...others } = rule;
  return tolerate === undefined ? others : rule;
}

/** Beside the controls, below the height of the labels. */
const styles = { last: css({ paddingTop: 23 }) };
