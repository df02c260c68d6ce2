import React from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import {
  createTheme,
  FieldType,
  getDefaultTimeRange,
  LoadingState,
  type PanelProps,
  ThemeContext,
  toDataFrame,
} from '@grafana/data';
import { DriftPanel } from '../../src/panels/drift/DriftPanel';
import { DEFAULT_OPTIONS, type DriftOptions } from '../../src/panels/drift/options';

const HOUR = 3_600_000;
const WORDS = ['no_drift', 'no_drift', 'no_drift', 'warning', 'drift', 'insufficient_data'] as const;
const SEVERITIES = { no_drift: 0, warning: 1, drift: 2, insufficient_data: null } as const;

/** A drift table of so many features and windows, with all verdicts mixed: the most that there is to draw. */
function driftTable(features: number, windows: number) {
  const rows = Array.from({ length: features * windows }, (_, row) => ({
    feature: `feature_${Math.floor(row / windows)}`,
    window: row % windows,
    // A fixed sequence that looks like chance.
    verdict: WORDS[(Math.imul(row + 1, 2654435761) >>> 16) % WORDS.length],
    size: ((Math.imul(row + 7, 40503) >>> 4) % 1000) / 1000,
  }));
  const column = (name: string, type: FieldType, values: unknown[]) => ({ name, type, values });
  return toDataFrame({
    name: 'drift',
    meta: { custom: { queryHash: '', segmentBy: [], baseline: { kind: 'window', description: 'January', facts: {} } } },
    fields: [
      column(
        'time',
        FieldType.time,
        rows.map(({ window }) => window * HOUR)
      ),
      column(
        'time_end',
        FieldType.time,
        rows.map(({ window }) => (window + 1) * HOUR)
      ),
      column(
        'feature',
        FieldType.string,
        rows.map(({ feature }) => feature)
      ),
      column(
        'type',
        FieldType.string,
        rows.map(() => 'numeric')
      ),
      column(
        'test',
        FieldType.string,
        rows.map(() => 'ks')
      ),
      column(
        'p_adjusted',
        FieldType.number,
        rows.map(({ size }) => size)
      ),
      column(
        'effect',
        FieldType.string,
        rows.map(() => 'wasserstein_normed')
      ),
      column(
        'effect_size',
        FieldType.number,
        rows.map(({ size }) => size)
      ),
      column(
        'effect_expected',
        FieldType.number,
        rows.map(() => 0.02)
      ),
      column(
        'threshold',
        FieldType.number,
        rows.map(() => 0.1)
      ),
      column(
        'n_baseline',
        FieldType.number,
        rows.map(() => 1000)
      ),
      column(
        'n_current',
        FieldType.number,
        rows.map(() => 1000)
      ),
      column(
        'smallest_detectable',
        FieldType.number,
        rows.map(() => 0.05)
      ),
      column(
        'verdict',
        FieldType.string,
        rows.map(({ verdict }) => verdict)
      ),
      column(
        'severity',
        FieldType.number,
        rows.map(({ verdict }) => SEVERITIES[verdict])
      ),
      column(
        'reason',
        FieldType.string,
        rows.map(() => 'The distribution moved.')
      ),
    ],
  });
}

function propsOf(features: number, windows: number, size: { width: number; height: number }): PanelProps<DriftOptions> {
  const timeRange = getDefaultTimeRange();
  const nothing = () => undefined;
  return {
    ...{ id: 1, title: '', timeRange, timeZone: 'utc', options: DEFAULT_OPTIONS, transparent: false, renderCounter: 0 },
    ...size,
    data: { series: [driftTable(features, windows)], state: LoadingState.Done, timeRange },
    fieldConfig: { defaults: {}, overrides: [] },
    eventBus: { publish: nothing } as unknown as PanelProps['eventBus'],
    replaceVariables: (text) => text,
    ...{ onOptionsChange: nothing, onFieldConfigChange: nothing, onChangeTimeRange: nothing },
  };
}

/** From the data to the picture on the screen, in milliseconds: what is read, laid out, rendered, and painted. */
async function draw(features: number, windows: number, size: { width: number; height: number }): Promise<number> {
  const props = propsOf(features, windows, size);
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  const root = createRoot(place);
  await painted();
  const begun = performance.now();
  flushSync(() =>
    root.render(
      <ThemeContext.Provider value={createTheme()}>
        <DriftPanel {...props} />
      </ThemeContext.Provider>
    )
  );
  await painted();
  const taken = performance.now() - begun;
  if (place.querySelectorAll('[role=row]').length < 2) {
    throw new Error(`The panel drew nothing: ${place.textContent}`);
  }
  root.unmount();
  return taken;
}

/** After the browser has painted what is there now. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

Object.assign(window, { draw });
