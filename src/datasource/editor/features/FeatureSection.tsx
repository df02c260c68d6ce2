import React from 'react';
import { takesKey } from '../../queryKeys';
import { FieldRow } from '../fields/FieldRow';
import type { SectionProps } from '../SectionProps';
import { useConnection } from '../selection/useConnection';
import { useSelectionDescription } from '../selection/useSelectionDescription';
import { ColumnPicker } from './ColumnPicker';
import { FeatureTable } from './FeatureTable';
import { MetricFeatures } from './MetricFeatures';
import { SegmentPicker } from './SegmentPicker';

/** Which features are judged, as what, by which tests, and by what they are told apart. */
export function FeatureSection(props: SectionProps) {
  const { resources, draft } = props;
  const selection = draft.current ?? {};
  const connection = useConnection(resources, selection);
  const description = useSelectionDescription(resources, selection, connection.type);
  const kind = draft.kind ?? 'drift';
  const given = { ...props, connection, description };
  return (
    <>
      <FieldRow>
        {connection.type === 'prometheus' ? <MetricFeatures {...given} /> : <ColumnPicker {...given} />}
        {takesKey(kind, 'segmentBy') && <SegmentPicker {...given} />}
      </FieldRow>
      {takesKey(kind, 'tests') && <FeatureTable {...given} />}
    </>
  );
}
