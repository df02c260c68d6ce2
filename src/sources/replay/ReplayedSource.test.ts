/** @jest-environment node */
import path from 'node:path';
import { FileSource } from '../file/FileSource';
import { ReplayedSource } from './ReplayedSource';
import { replayShift } from './replayShift';

const YEAR = 52 * 7 * 86_400_000;
const selection = { path: 'flights.parquet', timeField: 'time' };
const flights = new FileSource({ type: 'file', folder: path.resolve('demo') });
const at = (time: string) => Date.parse(time);

describe('replayShift', () => {
  it('is the least number of whole periods that reaches the present', () => {
    expect(replayShift(100, 10, 100)).toBe(0);
    expect(replayShift(100, 10, 101)).toBe(10);
    expect(replayShift(100, 10, 125)).toBe(30);
    expect(replayShift(100, 10, 7)).toBe(0);
  });
});

describe('ReplayedSource', () => {
  const now = at('2026-07-15T12:00:00Z');
  const live = new ReplayedSource(flights, YEAR, () => now);

  it('reaches the present and keeps weekday and season', async () => {
    const bounds = await live.timeBounds(selection, {});
    expect(bounds?.to).toBeGreaterThanOrEqual(now);
    expect(bounds && bounds.to - YEAR).toBeLessThan(now);
    expect(((bounds?.to ?? 0) - at('2014-01-01T04:59:00Z')) % YEAR).toBe(0);
  });

  it('answers a window of now from the same weekday of the record', async () => {
    const shift = 13 * YEAR;
    const request = {
      selection,
      features: [{ name: 'distance_miles', type: 'numeric' as const }],
      segmentBy: [],
    };
    const window = { from: now - 86_400_000, to: now };
    const [replayed, recorded] = await Promise.all(
      [
        { source: live, window },
        { source: flights, window: { from: window.from - shift, to: window.to - shift } },
      ].map(async ({ source, window: asked }) => {
        const plan = source.plan({ ...request, windows: [asked] });
        return 'unsupported' in plan ? null : (await plan.execute({})).cells;
      })
    );
    expect(replayed?.[0].distribution.counts.total).toBeGreaterThan(500);
    expect(replayed).toEqual(recorded);
  });

  it('counts outcomes of now as those of the record, by the days of now and the labels known by now', async () => {
    const shift = 13 * YEAR;
    const roles = {
      task: 'classification' as const,
      prediction: 'prediction',
      scores: [],
      label: { field: 'actual', timeField: 'label_time' },
      cuts: [],
    };
    const request = { selection, roles, segmentBy: [], timezone: 'UTC' };
    const window = { from: now - 2 * 86_400_000, to: now };
    const back = { from: window.from - shift, to: window.to - shift };
    const replayed = await live.planOutcomes({ ...request, windows: [window], asOf: now }).execute({});
    const recorded = await flights.planOutcomes({ ...request, windows: [back], asOf: now - shift }).execute({});
    expect(replayed.cells.length).toBeGreaterThan(1);
    expect(replayed.cells[0].outcomes.labelled).toBeLessThanOrEqual(replayed.cells[0].outcomes.rows);
    expect(replayed.cells).toEqual(recorded.cells.map((cell) => ({ ...cell, block: cell.block + shift })));
  });
});
