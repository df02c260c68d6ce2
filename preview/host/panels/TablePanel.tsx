import { css } from '@emotion/css';
import React from 'react';
import { cacheFieldDisplayNames, type PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { TableCellDisplayMode, TableCellHeight, type TableOptions } from '@grafana/schema';
import { Combobox } from '@grafana/ui';
import { TableNG } from '@grafana/ui/unstable';

export const TABLE_DEFAULTS: TableOptions = { frameIndex: 0, showHeader: true, cellHeight: TableCellHeight.Sm };
export const TABLE_FIELD_DEFAULTS = {
  align: 'auto',
  cellOptions: { type: TableCellDisplayMode.Auto },
  filterable: undefined,
  footer: { reducers: [] },
  hideFrom: { viz: false },
  'hideFrom.viz': false,
  inspect: false,
  minWidth: undefined,
  width: undefined,
  wrapHeaderText: undefined,
  wrapText: undefined,
};

const stacked = css({ display: 'flex', flexDirection: 'column', justifyContent: 'space-between' });
const PICKER_HEIGHT = 40;

/** One frame as a table; where there are several, a choice among them. */
export function TablePanel(props: PanelProps<TableOptions>) {
  const { data, fieldConfig, height, id, onOptionsChange, options, timeRange, width } = props;
  const frames = data.series;
  const index = Math.min(options.frameIndex, frames.length - 1);
  if (!frames[index]?.length) {
    return <PanelDataErrorView panelId={id} data={data} fieldConfig={fieldConfig} />;
  }
  cacheFieldDisplayNames(frames);
  const names = frames.map((frame, value) => ({ label: frame.name ?? frame.refId ?? `Frame ${value}`, value }));
  return (
    <div className={stacked} style={{ width, height }}>
      <TableNG
        {...{ width, timeRange, fieldConfig, structureRev: data.structureRev }}
        ariaLabel={props.title}
        height={frames.length > 1 ? height - PICKER_HEIGHT : height}
        data={frames[index]}
        noHeader={!options.showHeader}
        showTypeIcons={options.showTypeIcons}
        resizable
        initialSortBy={options.sortBy}
        cellHeight={options.cellHeight}
        maxRowHeight={options.maxRowHeight}
        frozenColumns={options.frozenColumns?.left}
        enablePagination={options.enablePagination}
      />
      {frames.length > 1 && (
        <Combobox
          options={names}
          value={index}
          onChange={({ value }) => onOptionsChange({ ...options, frameIndex: value })}
        />
      )}
    </div>
  );
}
