/** @jest-environment node */
import fc from 'fast-check';
import { fromWallClock, toWallClock } from '../../query/calendar';
import { currentWindows } from './currentWindows';
import { cutWindows, moveBack } from './cutWindows';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const iso = (time: number) => new Date(time).toISOString().slice(0, 16);
const at = (text: string) => Date.parse(`${text}Z`);
const show = (windows: ReadonlyArray<{ from: number; to: number }>) =>
  windows.map(({ from, to }) => `${iso(from)} ${iso(to)}`);

test('windows lie on a grid of their own and end within the range', () => {
  const windows = cutWindows({ from: at('2013-07-01T01:30'), to: at('2013-07-01T04:30') }, HOUR, 'UTC');
  expect(show(windows)).toEqual([
    '2013-07-01T01:00 2013-07-01T02:00',
    '2013-07-01T02:00 2013-07-01T03:00',
    '2013-07-01T03:00 2013-07-01T04:00',
  ]);
});

test('a range that is one window shows that window', () => {
  const day = { from: at('2013-07-01T00:00'), to: at('2013-07-02T00:00') };
  expect(cutWindows(day, DAY, 'UTC')).toEqual([day]);
});

test('zooming shows the same windows again', () => {
  const moment = fc.integer({ min: at('2013-01-01T00:00'), max: at('2014-01-01T00:00') });
  fc.assert(
    fc.property(
      moment,
      moment,
      fc.constantFrom(HOUR, 6 * HOUR, DAY, 7 * DAY),
      fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata'),
      (a, b, duration, zone) => {
        const inner = { from: Math.min(a, b), to: Math.min(Math.max(a, b), Math.min(a, b) + 300 * duration) };
        const outer = { from: inner.from - 3 * duration, to: inner.to + 3 * duration };
        const wider = show(cutWindows(outer, duration, zone));
        cutWindows(inner, duration, zone).forEach((window) => expect(wider).toContain(show([window])[0]));
      }
    ),
    { seed: 1 }
  );
});

test('days begin at midnight in their zone, and may have 23 or 25 hours', () => {
  const spring = cutWindows({ from: at('2013-03-30T00:00'), to: at('2013-04-01T12:00') }, DAY, 'Europe/Berlin');
  expect(show(spring)).toEqual(
    [
      '2013-03-29T23:00 2013-03-30T23:00',
      '2013-03-30T23:00 2013-03-31T22:00',
      '2013-03-31T22:00 2013-04-01T22:00',
    ].slice(0, 2)
  );
  const autumn = cutWindows({ from: at('2013-10-26T22:30'), to: at('2013-10-27T23:00') }, DAY, 'Europe/Berlin');
  expect(autumn.map(({ from, to }) => (to - from) / HOUR)).toEqual([25]);
});

test('weeks begin on Mondays', () => {
  const [week] = cutWindows({ from: at('2013-07-01T12:00'), to: at('2013-07-10T00:00') }, 7 * DAY, 'UTC');
  expect(show([week])).toEqual(['2013-07-01T00:00 2013-07-08T00:00']);
});

test('an offset of whole days keeps midnight', () => {
  expect(iso(moveBack(at('2013-04-09T22:00'), 28 * DAY, 'Europe/Berlin'))).toBe('2013-03-12T23:00');
  expect(iso(moveBack(at('2013-04-09T22:00'), 6 * HOUR, 'Europe/Berlin'))).toBe('2013-04-09T16:00');
});

test('the clock of a zone goes there and back, but for the hour that it repeats', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2e12 }),
      fc.constantFrom('America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
      (time, zone) => {
        const back = fromWallClock(toWallClock(time, zone), zone);
        expect(Math.abs(back - time)).toBeLessThanOrEqual(HOUR);
        expect(toWallClock(back, zone)).toBe(toWallClock(time, zone));
      }
    ),
    { seed: 2 }
  );
});

test('an unknown zone is named', () => {
  expect(() => toWallClock(0, 'Mars/Olympus')).toThrow('there is no time zone "Mars/Olympus"');
});

describe('the windows that are judged', () => {
  const query = { window: '1h', timezone: 'UTC', delay: undefined, current: { timeField: 't' } } as const;
  const range = { from: at('2013-07-01T00:00'), to: at('2013-07-01T06:00') };

  test('end before now − delay', () => {
    const now = at('2013-07-01T04:10');
    expect(currentWindows(query, range, now, null)).toHaveLength(4);
    expect(currentWindows({ ...query, delay: '30m' }, range, now, null)).toHaveLength(3);
  });

  test('are the range as a whole, cut at now − delay', () => {
    const whole = { ...query, window: 'range' } as const;
    expect(currentWindows(whole, range, 0, null)).toEqual([range]);
    expect(currentWindows({ ...whole, delay: '1h' }, range, range.to, null)).toEqual([
      { ...range, to: range.to - HOUR },
    ]);
    expect(currentWindows(whole, null, 0, null)).toEqual([null]);
  });

  test('cover all rows where there is no range', () => {
    const bounds = { from: at('2013-07-01T00:10'), to: at('2013-07-01T02:50') };
    expect(currentWindows(query, null, at('2014-01-01T00:00'), bounds)).toHaveLength(3);
  });

  test('are an error where there are none, where there is no time, and where there are too many', () => {
    expect(() => currentWindows({ ...query, window: '1d' }, range, range.to, null)).toThrow(
      'no complete window of 1d ends between 2013-07-01 and 2013-07-01 06:00'
    );
    expect(() => currentWindows({ ...query, current: {} }, range, range.to, null)).toThrow('needs a "timeField"');
    expect(() => currentWindows({ ...query, window: '1s' }, range, range.to, null)).toThrow(
      'too many windows (limit 2000)'
    );
  });
});
