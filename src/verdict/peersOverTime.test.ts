/** @jest-environment node */
import { execFileSync } from 'node:child_process';

// Outside of Jest, whose modules run ten times slower.
const { looks, significant, alarmed } = JSON.parse(
  execFileSync(process.execPath, ['bench/runTypeScript.mjs', 'bench/false-alarms/looks.ts'], { encoding: 'utf8' })
) as { looks: number; significant: number; alarmed: number };

describe('a month of hourly looks at 2,000 values of a feature that does not drift', () => {
  it('is at most alpha as often as chance has it', () => {
    expect(looks).toBe(720);
    // The looks share their baseline, so that the spread around 36 is wider than that of independent ones.
    expect(significant).toBeGreaterThan(10);
    expect(significant).toBeLessThan(62);
  });

  it('raises at most one alarm, since a chance finding is small', () => {
    expect(alarmed).toBeLessThanOrEqual(1);
  });
});
