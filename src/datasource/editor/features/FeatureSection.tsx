import React from 'react';
import { takesKey } from '../../queryKeys';
import { FieldRow } from '../fields/FieldRow';
import { MeasureList } from '../measures/MeasureList';
import { PerformanceFields } from '../performance/PerformanceFields';
import { ExpectationSection } from '../quality/ExpectationSection';
import { RuleSection } from '../quality/RuleSection';
import type { AskedRange, SectionProps } from '../SectionProps';
import { useConnection } from '../selection/useConnection';
import { useSelectionDescription } from '../selection/useSelectionDescription';
import { VersionPicker } from '../versions/VersionPicker';
import { ColumnPicker } from './ColumnPicker';
import { FeatureCells } from './FeatureCells';
import type { FeatureProps } from './FeatureProps';
import { FeatureTable } from './FeatureTable';
import { MetricFeatures } from './MetricFeatures';
import { SegmentPicker } from './SegmentPicker';

/** What is judged, as what, by which tests, and by what it is told apart. */
export function FeatureSection(props: SectionProps & { range: AskedRange }) {
  const { resources, draft, range } = props;
  const selection = draft.current ?? {};
  const connection = useConnection(resources, selection);
  const description = useSelectionDescription(resources, selection, connection.type);
  const kind = draft.kind ?? 'drift';
  const given = { ...props, connection, description };
  return (
    <>
      <FieldRow>
        {!takesKey(kind, 'label') && <Subject {...given} />}
        {/* Causes are told of one segment: its filter names it. */}
        {kind !== 'explain' && takesKey(kind, 'segmentBy') && <SegmentPicker {...given} />}
      </FieldRow>
      {takesKey(kind, 'label') && <PerformanceFields {...given} range={range} />}
      {takesKey(kind, 'tests') && <FeatureTable {...given} />}
      {(takesKey(kind, 'tests') || takesKey(kind, 'checks')) && connection.type === 'file' && (
        <FeatureCells {...props} />
      )}
      {takesKey(kind, 'checks') && <ExpectationSection {...given} range={range} />}
      {takesKey(kind, 'rules') && connection.type === 'file' && <RuleSection {...props} />}
    </>
  );
}

function Subject(props: FeatureProps) {
  const kind = props.draft.kind ?? 'drift';
  // Changes are those of features where no measures are named.
  if (takesKey(kind, 'measures') && (kind !== 'change' || props.draft.measures !== undefined)) {
    return <MeasureList {...props} />;
  }
  if (takesKey(kind, 'feature')) {
    return <VersionPicker {...props} />;
  }
  return props.connection.type === 'prometheus' ? <MetricFeatures {...props} /> : <ColumnPicker {...props} />;
}
