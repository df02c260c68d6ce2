import { HOUR, START } from '../../../../tests/fixtures/frames/verdict';
import type { DriftRow } from '../../../frames/drift/DriftRow';
import type { MapCell, MapColumn } from './DriftMap';
import { evidenceShape, hasEvidence } from './evidenceShape';

const cell = (change: Partial<DriftRow>): MapCell =>
  ({
    query: '',
    details: { subject: 'drift' },
    origin: { frame: 0, row: 0 },
    row: { severity: 0, ...change },
  }) as MapCell;
const columns = (count: number): MapColumn[] =>
  Array.from({ length: count }, (_, i) => ({
    key: String(i),
    label: '',
    start: START + i * HOUR,
    end: START + (i + 1) * HOUR,
    left: i / count,
    right: (i + 1) / count,
  }));

// 32 pixels are 1.5 limits and a pixel at either end: 20 pixels to a limit.
const draw = (cells: Array<MapCell | undefined>) => evidenceShape(cells, columns(cells.length), 40, 32);

it('draws scores in limits, so that all features share one line', () => {
  const shape = draw([cell({ score: 2, score_limit: 4 }), cell({ score: 5, score_limit: 5 })]);
  expect(shape.limitY).toBe(11);
  expect(shape.line).toBe('M0 21H20V11H40');
  expect(shape).toMatchObject({ alarms: '', warnings: '', undecided: '' });
});

it('fills alarms and warnings alone, from the evidence down, none beyond the top', () => {
  const shape = draw([
    cell({ score: 99, score_limit: 4, severity: 2 }),
    cell({ score: 4, score_limit: 4, severity: 1 }),
    cell({ score: 6, score_limit: 4, severity: 0 }),
    cell({ score: 1, score_limit: 4 }),
  ]);
  expect(shape.alarms).toBe('M0 1H10V32H0z');
  expect(shape.warnings).toBe('M10 11H20V32H10z');
});

it('fills an alarm that has no evidence from top to bottom', () => {
  const shape = draw([
    cell({ score: null, score_limit: null, severity: 2 }),
    cell({ score: 1, score_limit: 0, severity: 1 }),
  ]);
  expect(shape).toMatchObject({ line: '', alarms: 'M0 1H20V32H0z', warnings: 'M20 1H40V32H20z' });
});

it('draws what past windows lie between behind each window', () => {
  const [usual] = [{ score_usual_low: 1, score_usual_high: 2 }];
  expect(draw([cell({ score: 1, score_limit: 4, ...usual })]).band).toBe('M0 21H40V26H0z');
});

it('breaks the line at windows without a score, and hatches those without a verdict', () => {
  const shape = draw([
    cell({ score: 2, score_limit: 4 }),
    undefined,
    cell({ score: null, score_limit: null, severity: null }),
    cell({ score: 2, score_limit: 4 }),
  ]);
  expect(shape.line).toBe('M0 21H10M30 21H40');
  expect(shape.undecided).toBe('M20 0H30V32H20z');
});

it('is there where any window has a score and its limit', () => {
  expect(hasEvidence([undefined, cell({ score: 1, score_limit: 4 })])).toBe(true);
  expect(hasEvidence([cell({}), cell({ score: 1, score_limit: null })])).toBe(false);
});
