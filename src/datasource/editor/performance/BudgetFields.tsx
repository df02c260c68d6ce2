import React from 'react';
import { InlineSwitch } from '@grafana/ui';
import { errorBudgetSchema } from '../../../query/errorBudget';
import type { QueryDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import { errorBelow } from '../features/errorBelow';
import { FieldRow } from '../fields/FieldRow';
import { LabelledField } from '../fields/LabelledField';
import { NumberField } from '../fields/NumberField';
import { TextField } from '../fields/TextField';
import type { SectionProps } from '../SectionProps';

type Budget = NonNullable<QueryDraft['budget']>;
type Burn = 'fast' | 'slow';

const DEFAULTS = errorBudgetSchema.parse({});

/** What objectives leave for errors, and how fast that may be used up. */
export function BudgetFields({ draft, errors, onChange }: SectionProps) {
  const { budget } = draft;
  const set = (changed: Budget | undefined) => onChange({ ...draft, budget: changed });
  const setRate = (burn: Burn, rate: number | undefined) => {
    const { rate: _old, ...others } = budget?.[burn] ?? {};
    const next = rate === undefined ? others : { ...others, rate };
    const { [burn]: _burn, ...rest } = budget ?? {};
    set(Object.keys(next).length === 0 ? rest : { ...rest, [burn]: next });
  };
  return (
    <FieldRow>
      <LabelledField
        label={t('budget.label', 'Error budget')}
        htmlFor="budget"
        tooltip={t(
          'budget.tooltip',
          'Treats objectives of shares as service level objectives. An objective of 0.95 leaves 5% for errors.'
        )}
        error={errors.get('budget')}
      >
        <InlineSwitch
          id="budget"
          value={budget !== undefined}
          onChange={(event) => set(event.currentTarget.checked ? {} : undefined)}
        />
      </LabelledField>
      {budget && (
        <>
          <TextField
            id="budget-period"
            label={t('budget.period', 'Budget period')}
            width={14}
            placeholder={DEFAULTS.period}
            tooltip={t('budget.periodTooltip', 'Time that the budget should last for. Example: 28d.')}
            error={errors.get('budget.period')}
            value={budget.period ?? ''}
            onChange={(typed) => {
              const { period: _period, ...rest } = budget;
              set(typed === '' ? rest : { ...rest, period: typed });
            }}
          />
          {(['fast', 'slow'] as const).map((burn) => (
            <NumberField
              key={burn}
              id={`budget-${burn}`}
              label={burn === 'fast' ? t('budget.fast', 'Fast burn rate') : t('budget.slow', 'Slow burn rate')}
              tooltip={t(
                'budget.rateTooltip',
                'Alerts over {{long}}, and still over {{short}}. 1 uses the budget up in its period.',
                {
                  long: budget[burn]?.long ?? DEFAULTS[burn].long,
                  short: budget[burn]?.short ?? DEFAULTS[burn].short,
                }
              )}
              step={1}
              defaultValue={DEFAULTS[burn].rate}
              error={errorBelow(errors, `budget.${burn}`)}
              value={budget[burn]?.rate}
              onChange={(rate) => setRate(burn, rate)}
            />
          ))}
        </>
      )}
    </FieldRow>
  );
}
