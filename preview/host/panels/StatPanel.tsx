import React from 'react';
import {
  getDisplayValueAlignmentFactors,
  getFieldDisplayValues,
  VizOrientation,
  type FieldDisplay,
  type PanelProps,
} from '@grafana/data';
import { config } from '@grafana/runtime';
import { PercentChangeColorMode, type SingleStatBaseOptions } from '@grafana/schema';
import {
  BigValue,
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  DataLinksContextMenu,
  VizRepeater,
} from '@grafana/ui';

interface StatOptions extends SingleStatBaseOptions {
  readonly colorMode: BigValueColorMode;
  readonly graphMode: BigValueGraphMode;
  readonly justifyMode: BigValueJustifyMode;
  readonly textMode: BigValueTextMode;
  readonly percentChangeColorMode: PercentChangeColorMode;
  readonly showPercentChange: boolean;
  readonly wideLayout: boolean;
}

export const STAT_DEFAULTS: StatOptions = {
  reduceOptions: { calcs: ['lastNotNull'] },
  orientation: VizOrientation.Auto,
  colorMode: BigValueColorMode.Value,
  graphMode: BigValueGraphMode.Area,
  justifyMode: BigValueJustifyMode.Auto,
  textMode: BigValueTextMode.Auto,
  percentChangeColorMode: PercentChangeColorMode.Standard,
  showPercentChange: false,
  wideLayout: true,
};

/** Each field reduced to one value, large. */
export function StatPanel(props: PanelProps<StatOptions>) {
  const { data, fieldConfig, height, options, renderCounter, replaceVariables, timeZone, width } = props;
  const values = () =>
    getFieldDisplayValues({
      fieldConfig,
      reduceOptions: options.reduceOptions,
      replaceVariables,
      theme: config.theme2,
      data: data.series,
      sparkline: options.graphMode !== BigValueGraphMode.None,
      percentChange: options.showPercentChange,
      timeZone,
    });
  return (
    <VizRepeater<FieldDisplay, ReturnType<typeof getDisplayValueAlignmentFactors>>
      {...{ width, height, renderCounter }}
      source={data}
      getValues={values}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      itemSpacing={3}
      autoGrid
      orientation={options.orientation}
      renderValue={({ value, width, height, alignmentFactors, count }) => {
        const { reduceOptions: _, orientation: __, showPercentChange: ___, wideLayout, ...look } = options;
        const bigValue = (onClick?: React.MouseEventHandler<HTMLElement>) => (
          <BigValue
            {...{ width, height, alignmentFactors, count, onClick }}
            {...look}
            value={value.display}
            sparkline={value.sparkline}
            theme={config.theme2}
            hasLinks={value.hasLinks}
            disableWideLayout={!wideLayout}
          />
        );
        return value.hasLinks && value.getLinks ? (
          <DataLinksContextMenu links={value.getLinks}>{({ openMenu }) => bigValue(openMenu)}</DataLinksContextMenu>
        ) : (
          bigValue()
        );
      }}
    />
  );
}
