import { readFrames } from '../../../../tests/fixtures/panels/panelData';
import { axisTicks } from '../../shared/axisTicks';
import { columnAt } from '../../shared/columnAt';
import { buildDriftMap } from './buildDriftMap';
import { mapLayout } from './mapLayout';
import { readDriftCells } from './readDriftCells';
import { cellBoxes, stripPaths } from './stripPaths';
import { scrollToShow, visibleRows } from './visibleRows';

const map = buildDriftMap(readDriftCells(readFrames('drift-by-week'))?.cells ?? [], {
  columns: 'auto',
  sortBy: 'importance',
});
const rowOf = (feature: string) => map.rows.filter((row) => row.feature === feature)[0];

describe('a strip', () => {
  const row = rowOf('prediction');
  const boxes = cellBoxes(row.cells, map.columns, 320, 20);

  test('tells verdicts by height: no drift lowest, warnings below half, drift above', () => {
    for (const [index, cell] of row.cells.entries()) {
      const height = boxes[index]?.height ?? 0;
      switch (cell?.row.verdict) {
        case 'drift':
          expect(height).toBeGreaterThan(10);
          break;
        case 'warning':
          expect(height).toBe(8);
          break;
        default:
          expect(height).toBe(3);
      }
    }
  });

  test('is higher the further a feature moved', () => {
    const heights = cellBoxes(rowOf('probability_late').cells, map.columns, 320, 100);
    const at = (size: number) =>
      rowOf('probability_late').cells.findIndex((cell) => Math.abs((cell?.row.effect_size ?? 0) - size) < 0.001);
    expect(heights[at(0.7807)]?.height).toBeGreaterThan(heights[at(0.1827)]?.height ?? Infinity);
  });

  test('keeps its cells inside, side by side, at whole pixels', () => {
    let right = 0;
    for (const box of boxes) {
      expect(box).toBeDefined();
      expect(box?.x).toBeGreaterThanOrEqual(right);
      expect(Number.isInteger(box?.x)).toBe(true);
      right = (box?.x ?? 0) + (box?.width ?? 0);
    }
    expect(right).toBeLessThanOrEqual(320);
  });

  test('draws cells narrower than a pixel one wide', () => {
    expect(cellBoxes(row.cells, map.columns, 8, 20).every((box) => box?.width === 1)).toBe(true);
  });

  test('is one path for each verdict', () => {
    const paths = stripPaths(row.cells, boxes);
    expect([...paths.keys()].sort()).toEqual(['drift', 'no_drift', 'warning']);
    expect((paths.get('warning') ?? '').match(/M/g)).toHaveLength(4);
  });

  test('finds the column under the pointer', () => {
    expect([0, 0.5, 0.9999, 1].map((ratio) => columnAt(map.columns, ratio))).toEqual([0, 8, 15, 15]);
    const [first, , third] = map.columns;
    expect(columnAt([first, third], (first.right + third.left) / 2)).toBe(-1);
  });
});

test('labels of the axis do not overlap, and the newest window has one', () => {
  for (const width of [120, 300, 700, 1600]) {
    const ticks = axisTicks(map.columns, width, () => '10 Apr');
    for (const [index, tick] of ticks.slice(1).entries()) {
      expect(tick.x - ticks[index].x).toBeGreaterThanOrEqual(6 * 6.6);
    }
    expect(ticks.at(-1)).toMatchObject({ column: 15, atEnd: true });
  }
});

test('only rows in view are drawn, and a few beyond', () => {
  expect(visibleRows(0, 300, 30, 200)).toEqual({ first: 0, end: 13 });
  expect(visibleRows(3000, 300, 30, 200)).toEqual({ first: 97, end: 113 });
  expect(visibleRows(9000, 300, 30, 200)).toEqual({ first: 199, end: 200 });
});

test('scrolls no further than needed', () => {
  expect([0, 5, 9, 10, 50].map((row) => scrollToShow(row, 0, 300, 30))).toEqual([0, 0, 0, 30, 1230]);
  expect(scrollToShow(2, 300, 300, 30)).toBe(60);
});

test('everything fits at any width', () => {
  for (const width of [300, 320, 519, 520, 780, 999, 1000, 1600]) {
    const layout = mapLayout(map, width, 400, 40);
    const { mode, nameWidth, stripWidth, statusWidth, effectWidth } = layout;
    const used =
      mode === 'narrow' ? stripWidth : nameWidth + stripWidth + effectWidth + (mode === 'inline' ? statusWidth : 0);
    expect(used).toBeLessThanOrEqual(width);
    expect(stripWidth).toBeGreaterThan(100);
  }
});
