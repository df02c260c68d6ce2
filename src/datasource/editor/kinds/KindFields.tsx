import React from 'react';
import type { QueryDraft } from '../../ModelwatchQuery';
import { formatsOf, takesKey } from '../../queryKeys';
import { t } from '../../text';
import { withKind } from '../../withKind';
import { LabelledField } from '../fields/LabelledField';
import { PickField } from '../fields/PickField';
import { SteadyCombobox } from '../fields/SteadyCombobox';
import { variableOptions } from '../fields/variableOptions';
import type { SectionProps } from '../SectionProps';
import { AlertValueField } from './AlertValueField';
import { KIND_NAMES, queryKind } from './queryKinds';

interface Props extends SectionProps {
  /** Fixed where only one makes sense: annotations. */
  canChooseFormat: boolean;
  /** In a rule's editor: what a rule can't read is answered in the format for rules, and shown so. */
  inRule?: boolean;
}

/** What is asked, in which form it is answered, and how time is cut. */
export function KindFields({ canChooseFormat, inRule = false, ...props }: Props) {
  const { resources, draft, errors, onChange } = props;
  const kind = draft.kind ?? 'drift';
  const formats = formatsOf(kind).filter((format) => !inRule || RULE_FORMATS.has(format));
  const chosen = draft.format ?? formatsOf(kind)[0];
  const format = inRule && !RULE_FORMATS.has(chosen) ? 'alert' : chosen;
  const { Fields } = queryKind(kind);
  return (
    <>
      <LabelledField label={t('kinds.label', 'Query type')} htmlFor="kind" error={errors.get('kind')}>
        <SteadyCombobox
          id="kind"
          width={22}
          options={KIND_NAMES.filter((name) => canChooseFormat || formatsOf(name).includes('annotations'))
            .filter((name) => !inRule || name === kind || formatsOf(name).includes('alert'))
            .map((value) => ({ value, ...queryKind(value) }))}
          value={kind}
          onChange={({ value }) => onChange(withKind(draft, value))}
        />
      </LabelledField>
      {formats.length > 1 && canChooseFormat && (
        <LabelledField label={t('formats.label', 'Format')} htmlFor="format" error={errors.get('format')}>
          <SteadyCombobox
            id="format"
            width={18}
            options={formats.map((value) => ({ value, ...formatWords(value) }))}
            value={format}
            onChange={({ value }) => onChange({ ...draft, format: value })}
          />
        </LabelledField>
      )}
      {format === 'alert' && takesKey(kind, 'alertValue') && <AlertValueField {...props} />}
      {takesKey(kind, 'window') && (
        <PickField
          id="window"
          label={t('window.label', 'Window size')}
          tooltip={t('window.tooltip', 'Splits the time range. Incomplete windows are skipped.')}
          error={errors.get('window')}
          width={22}
          custom={t('window.custom', 'Custom duration (variables supported)')}
          options={[...windowOptions(), ...variableOptions(resources)]}
          value={draft.window ?? 'range'}
          onChange={(window) => onChange({ ...draft, window: window ?? 'range' })}
        />
      )}
      {Fields && <Fields {...props} />}
    </>
  );
}

/** What a rule can read; the back end answers it in `alert` where something else is stored. */
const RULE_FORMATS: ReadonlySet<string> = new Set(['alert', 'timeseries']);

function formatWords(format: NonNullable<QueryDraft['format']>): { label: string; description: string } {
  switch (format) {
    case 'table':
      return {
        label: t('formats.table', 'Table'),
        description: t('formats.tableIs', 'All results, for Modelwatch panels and tables'),
      };
    case 'timeseries':
      return {
        label: t('formats.timeseries', 'Time series'),
        description: t('formats.timeseriesIs', 'One series per feature'),
      };
    case 'alert':
      return {
        label: t('formats.alert', 'Alert'),
        description: t('formats.alertIs', 'One number per feature and segment; rules need no reduce expression'),
      };
    case 'annotations':
      return {
        label: t('formats.annotations', 'Annotations'),
        description: t('formats.annotationsIs', 'Event markers'),
      };
    case 'audit':
      return {
        label: t('formats.audit', 'Audit'),
        description: t(
          'formats.auditIs',
          'How often this query would have alarmed as a rule, by each significance method'
        ),
      };
    default:
      return { label: format, description: '' };
  }
}

function windowOptions() {
  return [
    { value: 'range', label: t('window.range', 'Whole time range') },
    { value: '1h', label: t('window.hour', '1 hour') },
    { value: '6h', label: t('window.hours', '6 hours') },
    { value: '1d', label: t('window.day', '1 day') },
    { value: '7d', label: t('window.week', '7 days') },
    { value: '28d', label: t('window.weeks', '28 days') },
  ];
}
