/** @jest-environment node */
import type { Holiday } from './Holiday';
import { openCalendar } from './openCalendar';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const from = (holiday: Holiday | undefined) => holiday && new Date(holiday.range.from).toISOString().slice(0, 10);

describe('openCalendar', () => {
  test('a day of a holiday is compared with the same day of it, though all its days have one name', async () => {
    const calendar = await openCalendar('CN', 'UTC');
    const days = calendar.within({ from: day('2026-02-16'), to: day('2026-02-19') });
    expect(days.map(({ name }) => name)).toEqual(['Spring Festival', 'Spring Festival', 'Spring Festival']);
    expect(days.map((one) => from(calendar.earlier(one, 1)))).toEqual(['2025-01-28', '2025-01-29', '2025-01-30']);
  });

  test('a holiday that began in the year before is found', async () => {
    const calendar = await openCalendar('SZ', 'UTC');
    const found = calendar.within({ from: day('2027-01-02'), to: day('2027-01-03') });
    expect(found.map(({ name }) => name)).toEqual(['Incwala Festival']);
  });

  test.each(['ck-aitutaki', 'CK-Aitutaki', 'de.by.a', 'US-LA-NO'])('%s is known, whatever its case', async (name) => {
    expect((await openCalendar(name, 'UTC')).within({ from: day('2026-12-25'), to: day('2026-12-26') })).toHaveLength(
      1
    );
  });

  test.each(['DE-BY-A-X', 'DE-', 'DE-BY-', '', 'toString'])('"%s" is refused', async (name) => {
    await expect(openCalendar(name, 'UTC')).rejects.toThrow(`unknown calendar "${name}"`);
  });
});
